import { en } from '../../../../src/locales.ts';
import { clickButton } from '../../../engines/pageActions.ts';
import { confirm, waitForDialog, waitForOutcome } from '../actions.ts';
import type { DevTools, Situation } from '../Situation.ts';

/** @param latency in ms */
async function slowDown({ session }: DevTools, latency: number): Promise<void> {
  const bytesPerSecond = 50_000; // as in Chromium's “3G”
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
}

export const slow: readonly Situation[] = [
  {
    name: 'Slow 3G (400 ms, 50 kB/s), from the first click on',
    engines: ['chromium'],
    async run({ page, checkout, openDevTools }) {
      const devTools = await openDevTools();
      // Before the page is idle, and loads the dialog.
      await devTools.context.addInitScript('window.requestIdleCallback = () => 0');
      await page.goto(checkout.url);
      await slowDown(devTools, 400);
      await clickButton(page, en.trigger);
      const isBusy = await page.run(() => document.querySelector('.cancel-payment-trigger[aria-busy="true"]') !== null);
      if (!isBusy) throw new Error('The button does not show that the dialog is loading.');
      await waitForDialog(page);
      await clickButton(page, en.confirm);
      await waitForOutcome(page);
    },
    shown: [en.canceled],
    sent: 1,
  },
  {
    name: 'A latency that is longer than the time limit',
    engines: ['chromium'],
    async run({ page, checkout, openDevTools }) {
      await page.goto(checkout.url);
      const devTools = await openDevTools();
      await page.run(() => new Promise((resolve) => requestIdleCallback(resolve)));
      await slowDown(devTools, 6000);
      await confirm(page);
      await waitForOutcome(page);
    },
    shown: [en.titleNotConfirmed],
    sent: 1,
    async repair({ openDevTools }) {
      await slowDown(await openDevTools(), 0);
    },
  },
];
