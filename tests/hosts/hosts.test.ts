// @vitest-environment node
import { chromium, type Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { chromiumArgs, findChromium } from '../../scripts/chromium.js';
import { en } from '../../src/locales.ts';
import { hosts } from './hosts.ts';
import { eventually, focused, reachedAt, visitHost, type Visit } from './Visit.ts';

let browser: Browser;

beforeAll(async () => {
  const found = await findChromium();
  browser = await chromium.launch({ ...(found && { executablePath: found.path }), args: chromiumArgs });
});

afterAll(() => browser.close());

/**
 * In development, Radix before 1.1.17 looks for title and description in the wrong document or tree, and says that they are
 * missing. They are there, as the accessibility tree shows.
 */
const isAboutMissingText = (problem: string) =>
  /^(?:`AlertDialogContent` requires a |Warning: Missing `Description`)/.test(problem);

describe.each(inject('pages').map((page) => [page.version, page] as const))(
  'Radix %s',
  (_version, { url, isLowest }) => {
    describe.concurrent.each(hosts.map((host) => [host.title, host] as const))('%s', (_title, host) => {
      const isExpectedProblem = isLowest && host.hasOwnTree ? isAboutMissingText : undefined;
      const visit = (drive: (visited: Visit) => Promise<void>, options?: { closesOnSuccess: boolean }) =>
        visitHost(browser, { url, host, isExpectedProblem, ...options }, drive);

      test.each(['pointer', 'keyboard'] as const)(
        'opened by %s, it has focus, can be pressed, and covers the page',
        (method) =>
          visit(async (visited) => {
            await visited.openHost();
            await visited.open(method);
            const [keep, confirm] = [visited.dialogButton(en.keep), visited.dialogButton(en.confirm)];
            await eventually(() => reachedAt(keep, 'middle'), ['itself']);
            expect(await reachedAt(confirm, 'middle')).toEqual(['itself']);
            expect(await reachedAt(visited.dialog, 'corners')).toEqual(Array(4).fill('cancel-payment-overlay'));
            await visited.page.waitForTimeout(300);
            expect(await focused(visited.page)).toBe(en.keep);
          }),
      );

      test('Tab and Shift+Tab go round', () =>
        visit(async (visited) => {
          const { page } = visited;
          await visited.openHost();
          await visited.open('keyboard');
          const path: string[] = [];
          for (const key of ['Tab', 'Tab', 'Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab']) {
            await page.keyboard.press(key);
            await page.waitForTimeout(50);
            path.push(await focused(page));
          }
          expect(path).toEqual([en.confirm, en.keep, en.confirm, en.keep, en.confirm, en.keep]);
        }));

      test('nothing hides it from assistive technology', () =>
        visit(async (visited) => {
          const { page } = visited;
          await visited.openHost();
          await visited.open();
          await page.waitForTimeout(200);
          const session = await page.context().newCDPSession(page);
          const { frameTree } = await session.send('Page.getFrameTree');
          const frameId = (frameTree.childFrames?.[0] ?? frameTree).frame.id;
          const { nodes } = await session.send('Accessibility.getFullAXTree', { frameId });
          const exposed = nodes
            .filter(({ ignored, role }) => !ignored && ['alertdialog', 'button'].includes(String(role?.value)))
            .map(({ role, name }) => `${role?.value} ${name?.value}`);
          expect(exposed).toEqual(
            expect.arrayContaining([`alertdialog ${en.title}`, `button ${en.keep}`, `button ${en.confirm}`]),
          );
          const isHidden = await visited.dialog.evaluate((dialog) => !!dialog.closest('[aria-hidden=true], [inert]'));
          expect(isHidden).toBe(false);
        }));

      test('opening it and a drag in it do not move the host', () =>
        visit(async (visited) => {
          const { page } = visited;
          await visited.openHost();
          const before = await visited.trigger.boundingBox();
          await visited.open();
          await visited.dragInDialog(200);
          await page.waitForTimeout(400);
          await visited.expectHostOpen();
          expect(await visited.dialog.isVisible()).toBe(true);
          expect(await visited.trigger.boundingBox()).toEqual(before);
        }));

      test('Escape closes it alone, and focus returns to the button', () =>
        visit(async (visited) => {
          await visited.openHost();
          await visited.open();
          await visited.page.keyboard.press('Escape');
          await visited.dialog.waitFor({ state: 'detached' });
          await eventually(() => focused(visited.page), en.trigger);
          await visited.page.waitForTimeout(300);
          expect(await focused(visited.page)).toBe(en.trigger);
          await visited.expectHostOpen();
        }));

      test('Keep closes it alone, and the host can be used', () =>
        visit(async (visited) => {
          const before = await visited.residueOfHost();
          await visited.openHost();
          await visited.open();
          await visited.dialogButton(en.keep).click();
          await visited.expectClosedAlone(en.trigger, before);
        }));

      test('Escape closes nothing while the request is in flight', () =>
        visit(async (visited) => {
          await visited.openHost();
          await visited.open();
          await visited.confirm();
          await visited.page.keyboard.press('Escape');
          await visited.page.keyboard.press('Escape');
          await visited.page.waitForTimeout(400);
          await visited.expectHostOpen();
          expect(await visited.dialogButton(en.pending).isVisible()).toBe(true);
          expect(await focused(visited.page)).toBe(en.pending);
        }));

      test('after success, the host can be used and closes cleanly', () =>
        visit(async (visited) => {
          const before = await visited.residueOfHost();
          await visited.openHost();
          await visited.open();
          await visited.confirm();
          await visited.respond(204);
          await visited.expectClosedAlone(en.canceled, before);
        }));

      test('success that closes the host leaves nothing behind', () =>
        visit(
          async (visited) => {
            const before = await visited.residueOfHost();
            await visited.openHost();
            await visited.open();
            await visited.confirm();
            await visited.respond(204);
            await visited.dialog.waitFor({ state: 'detached' });
            await visited.expectClean(before);
          },
          { closesOnSuccess: true },
        ));

      test('a host that closes takes the open dialog with it', () =>
        visit(async (visited) => {
          const before = await visited.residueOfHost();
          await visited.openHost();
          await visited.open();
          await visited.closeHostByApp();
          await visited.dialog.waitFor({ state: 'detached' });
          await visited.expectClean(before);
        }));
    });
  },
);
