// @vitest-environment node
import { chromium, type Browser, type FrameLocator, type Locator, type Page, type Route } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { chromiumArgs, findChromium } from '../../scripts/chromium.js';
import { en } from '../../src/locales.ts';
import { collectProblems } from '../support/collectProblems.ts';
import { hosts, type HostOfTest } from './hosts.ts';

let browser: Browser;

beforeAll(async () => {
  const found = await findChromium();
  browser = await chromium.launch({ ...(found && { executablePath: found.path }), args: chromiumArgs });
});

afterAll(() => browser.close());

const eventually = <T>(read: () => Promise<T>, expected: T) =>
  vi.waitFor(async () => expect(await read()).toEqual(expected), { timeout: 3000, interval: 50 });

/** What the app's page looks like, apart from announcements, which stay for a few seconds. */
const residue = (page: Page) =>
  page.evaluate(() =>
    [document.documentElement, document.body, ...document.body.children]
      .filter((element) => element.getAttribute('role') !== 'status')
      .map((element) => {
        const attributes = [...element.attributes].filter(({ value }) => value).map(({ name, value }) => `${name}="${value}"`);
        return [element.localName, ...attributes.toSorted()].join(' ');
      }),
  );

/** The text of the focused element, across shadow trees and iframes. */
const focused = (page: Page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    for (;;) {
      const inner: Element | null | undefined =
        element?.shadowRoot?.activeElement ??
        (element instanceof HTMLIFrameElement ? element.contentDocument?.activeElement : undefined);
      if (!inner) return element === document.body ? '<body>' : (element?.textContent ?? '');
      element = inner;
    }
  });

/** Whether a press in the middle of `button` reaches it. */
const isUnderPointer = (button: Locator) =>
  button.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const root = element.getRootNode() as Document | ShadowRoot;
    return element.contains(root.elementFromPoint(left + width / 2, top + height / 2));
  });

/** The class names of what a press in each corner of the viewport reaches. */
const inCorners = (dialog: Locator) =>
  dialog.evaluate((element) => {
    const root = element.getRootNode() as Document | ShadowRoot;
    const { clientWidth, clientHeight } = element.ownerDocument.documentElement;
    return [2, clientWidth - 2].flatMap((x) =>
      [2, clientHeight - 2].map((y) => root.elementFromPoint(x, y)?.className),
    );
  });

class Visit {
  readonly page: Page;
  readonly #host: HostOfTest;
  #request: Promise<Route> | undefined;

  constructor(page: Page, host: HostOfTest) {
    this.page = page;
    this.#host = host;
  }

  async expectRequest() {
    this.#request = new Promise((resolve) => {
      void this.page.route('**/pay/**', resolve);
    });
  }

  async respond(status: number) {
    const route = await this.#request;
    await route?.fulfill({ status });
  }

  get #scope(): Page | FrameLocator {
    return this.#host.file === 'iframe' ? this.page.frameLocator('iframe') : this.page;
  }

  button = (name: string) => this.#scope.getByRole('button', { name, exact: true });
  /** Found even if it is hidden from assistive technology. */
  get dialog() {
    return this.#scope.locator('[role=alertdialog].cancel-payment-content');
  }
  dialogButton = (name: string) => this.dialog.locator('button', { hasText: name });
  get hostButton() {
    return this.#scope.locator('button', { hasText: 'Host button' });
  }
  get trigger() {
    return this.#scope.locator('.cancel-payment-trigger');
  }

  async openHost() {
    await this.page.getByRole('button', { name: 'Open host' }).click();
    await this.trigger.waitFor();
    if (this.#host.file === 'fullscreen') {
      await this.page.waitForFunction(() => document.fullscreenElement);
    }
    // Waits until the host has moved focus and has become stable.
    await this.trigger.hover();
    await this.page.waitForTimeout(400);
  }

  async closeHost() {
    if (this.#host.closesOnEscape) await this.page.keyboard.press('Escape');
    else await this.page.evaluate(() => window.closeHost());
    await this.trigger.waitFor({ state: 'hidden' });
  }

  async open(method: 'pointer' | 'keyboard' = 'pointer') {
    if (method === 'pointer') await this.trigger.click();
    else {
      await this.trigger.focus();
      await this.page.keyboard.press('Enter');
    }
    await this.dialog.waitFor();
    await eventually(() => focused(this.page), en.keep);
  }

  /** Confirms with the keyboard, and waits until the request is held. */
  async confirm() {
    await this.expectRequest();
    await this.dialogButton(en.confirm).click();
    await this.dialogButton(en.pending).waitFor();
    await this.#request;
  }

  async expectHostOpen() {
    expect(await this.trigger.isVisible(), 'the host is open').toBe(true);
  }

  async expectUsable(button: Locator) {
    const before = Number(await this.page.locator('output').textContent());
    await button.click();
    await eventually(() => this.page.locator('output').textContent(), String(before + 1));
  }
}

const versions = Object.entries(inject('pages'));

describe.each(versions)('with @radix-ui/react-alert-dialog %s', (_, url) => {
  describe.concurrent.each(hosts.map((host) => [host.title, host] as const))('in %s', (_title, host) => {
    /** Fails on console errors, console warnings and uncaught errors. */
    async function visit(drive: (visit: Visit) => Promise<void>, search = '') {
      const context = await browser.newContext({ viewport: { width: 800, height: 600 }, reducedMotion: 'reduce' });
      context.setDefaultTimeout(5000);
      const page = await context.newPage();
      const problems = collectProblems(page);
      try {
        await page.goto(`${url}?host=${host.file}${search}`);
        await drive(new Visit(page, host));
        expect(problems.join('\n'), 'console').toBe('');
      } finally {
        await context.close();
      }
    }

    /** What the page looks like after the host has been opened and closed once without the dialog. */
    async function cleanResidue(visited: Visit) {
      await visited.openHost();
      await visited.closeHost();
      await visited.page.waitForTimeout(600);
      return residue(visited.page);
    }

    /** The page is as it was, and can be used. */
    async function expectClean(visited: Visit, before: string[]) {
      const { page } = visited;
      await visited.expectUsable(page.locator('button', { hasText: 'Page button' }));
      await eventually(() => residue(page), before);
    }

    test.each(['pointer', 'keyboard'] as const)('opened by %s, it has focus, can be pressed, and covers the page', (method) =>
      visit(async (visited) => {
        await visited.openHost();
        await visited.open(method);
        const [keep, confirm] = [visited.dialogButton(en.keep), visited.dialogButton(en.confirm)];
        await eventually(() => isUnderPointer(keep), true);
        expect(await isUnderPointer(confirm), 'Confirm is under the pointer').toBe(true);
        const corners = await inCorners(visited.dialog);
        expect(corners.join(' ')).toBe(Array(4).fill('cancel-payment-overlay').join(' '));
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
        const found = nodes
          .filter(({ ignored, role }) => !ignored && ['alertdialog', 'button'].includes(String(role?.value)))
          .map(({ role, name }) => `${role?.value} ${name?.value}`);
        expect(found).toEqual(
          expect.arrayContaining([`alertdialog ${en.title}`, `button ${en.keep}`, `button ${en.confirm}`]),
        );
        const hidden = await visited.dialog.evaluate((dialog) => !!dialog.closest('[aria-hidden=true], [inert]'));
        expect(hidden).toBe(false);
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
        const before = await cleanResidue(visited);
        await visited.openHost();
        await visited.open();
        await visited.dialogButton(en.keep).click();
        await visited.dialog.waitFor({ state: 'detached' });
        await eventually(() => focused(visited.page), en.trigger);
        await visited.expectHostOpen();
        await visited.expectUsable(visited.hostButton);
        await visited.closeHost();
        await expectClean(visited, before);
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
        const before = await cleanResidue(visited);
        await visited.openHost();
        await visited.open();
        await visited.confirm();
        await visited.respond(204);
        await visited.dialog.waitFor({ state: 'detached' });
        await eventually(() => focused(visited.page), en.canceled);
        await visited.expectHostOpen();
        await visited.expectUsable(visited.hostButton);
        await visited.closeHost();
        await expectClean(visited, before);
      }));

    test('success that closes the host leaves nothing behind', () =>
      visit(async (visited) => {
        const before = await cleanResidue(visited);
        await visited.openHost();
        await visited.open();
        await visited.confirm();
        await visited.respond(204);
        await visited.dialog.waitFor({ state: 'detached' });
        await expectClean(visited, before);
      }, '&closesOnSuccess'));

    test('a host that closes takes the open dialog with it', () =>
      visit(async (visited) => {
        const before = await cleanResidue(visited);
        await visited.openHost();
        await visited.open();
        await visited.page.evaluate(() => window.closeHost());
        await visited.dialog.waitFor({ state: 'detached' });
        await expectClean(visited, before);
      }));
  });
});
