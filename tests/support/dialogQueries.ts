import { act, screen, within } from '@testing-library/react';
import { cdp, userEvent } from 'vitest/browser';

/** The button that opens the dialog, also while the open dialog hides it from assistive technology. */
export const trigger = (name = 'Cancel payment', { expanded = false } = {}) =>
  screen.getByRole('button', { name, hidden: true, expanded });
export const dialog = () => screen.findByRole('alertdialog', { name: 'Cancel this payment?' });
export const inDialog = (name: string) => within(screen.getByRole('alertdialog')).findByRole('button', { name });

/** Opens the dialog and confirms, at once or as a user does it; gives the button that waits then. */
export async function startCanceling(name?: string, activate = atOnce): Promise<HTMLElement> {
  await activate(trigger(name));
  await dialog();
  await activate(await inDialog('Cancel payment'));
  return inDialog('Canceling…');
}

async function atOnce(button: HTMLElement): Promise<void> {
  act(() => {
    button.focus();
    button.click();
  });
}

/** Takes away what an earlier test announced, which stands for some seconds. */
export function forgetAnnouncements(): void {
  for (const region of document.querySelectorAll('[role="status"]')) region.remove();
}

/** What a modal dialog does to the page while it is open, and must take back. */
export function leftovers() {
  const { body, documentElement, head } = document;
  const tag = (element: Element) => /^<[^>]*>/.exec(element.outerHTML)?.[0].replace(' style=""', '');
  const tags = (selector: string) =>
    [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility()).map(tag);
  return {
    page: [documentElement, body].map(tag),
    styles: head.querySelectorAll('style').length,
    hidden: tags('[aria-hidden], [inert]'),
    radix: tags('[data-radix-focus-guard], [data-radix-portal], [data-radix-popper-content-wrapper]'),
    layers: tags('[role="alertdialog"], .cancel-payment-overlay, [role="status"]:empty'),
  };
}

/** For tests that open many dialogs: enough of an animation to be seen, and to be caught in. */
export function shortenAnimations(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('*, *::before, *::after { animation-duration: 90ms !important }');
  document.adoptedStyleSheets = [sheet];
}

/** Waits for entrance and exit animations; the spinner of a waiting button has no end. */
export async function animationsEnded(): Promise<void> {
  const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(ending.map(({ finished }) => finished));
}

async function press(element: Element): Promise<void> {
  for (let tabs = 0; document.activeElement !== element; tabs++) {
    if (tabs > 20) throw new Error('The Tab key does not reach the element.');
    await userEvent.tab();
  }
  await userEvent.keyboard('{Enter}');
}

/** With `force` where Playwright would wait for an `aria-disabled` button to change. */
export const click = (element: Element): Promise<void> =>
  userEvent.click(element, { force: element.getAttribute('aria-disabled') === 'true' });

/** A finger's, through the DevTools protocol: Playwright's own tap needs a page without a mouse. */
async function touch(x: number, y: number): Promise<void> {
  const frame = window.frameElement?.getBoundingClientRect();
  const touchPoints = [{ x: x + (frame?.x ?? 0), y: y + (frame?.y ?? 0) }];
  await cdp().send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  await cdp().send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

async function tap(element: Element): Promise<void> {
  await animationsEnded();
  const { x, y, width, height } = element.getBoundingClientRect();
  const [left, top] = [x + width / 2, y + height / 2];
  const hit = document.elementFromPoint(left, top);
  if (!element.contains(hit) && !hit?.shadowRoot?.contains(element)) throw new Error('A finger does not reach it.');
  await touch(left, top);
}

/** How a user activates a button. */
export const ways = [
  ['keyboard', press],
  ['pointer', click],
  ['touch', tap],
] as const;

/** How a user gets at what is beside the dialog: its overlay. Not at once, when a second tap of the first may still come. */
export const waysOutside = [
  [
    'pointer',
    async () => {
      await animationsEnded();
      await userEvent.click(document.documentElement, { position: { x: 5, y: 5 }, force: true });
    },
  ],
  [
    'touch',
    async () => {
      await animationsEnded();
      await touch(5, 5);
    },
  ],
] as const;
