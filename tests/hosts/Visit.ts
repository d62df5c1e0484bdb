import type { Browser, FrameLocator, Locator, Page, Route } from 'playwright';
import { expect, vi } from 'vitest';
import { en } from '../../src/locales.ts';
import { collectProblems } from '../support/collectProblems.ts';
import type { HostOfTest } from './hosts.ts';

export const eventually = <T>(read: () => Promise<T>, expected: T): Promise<void> =>
  vi.waitFor(async () => expect(await read()).toEqual(expected), { timeout: 3000, interval: 50 });

/** The text of the focused element, across shadow trees and iframes. */
export const focused = (page: Page): Promise<string> =>
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

/** What a press in the middle of an element, or in each corner of the viewport, reaches. */
export const reachedAt = (locator: Locator, where: 'middle' | 'corners'): Promise<string[]> =>
  locator.evaluate((element, place) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const { clientWidth, clientHeight, offsetWidth } = element.ownerDocument.documentElement;
    const right = Math.min(clientWidth, offsetWidth); // not in the space that `scrollbar-gutter` keeps
    const middle: [number, number] = [left + width / 2, top + height / 2];
    const corners = [2, right - 2].flatMap((x) => [2, clientHeight - 2].map((y): [number, number] => [x, y]));
    return (place === 'middle' ? [middle] : corners).map((point) => {
      let reached = element.ownerDocument.elementFromPoint(...point);
      while (reached?.shadowRoot) {
        const inner = reached.shadowRoot.elementFromPoint(...point);
        if (!inner || inner === reached) break;
        reached = inner;
      }
      return element.contains(reached) ? 'itself' : (reached?.className ?? 'nothing');
    });
  }, where);

/** What the app's page looks like, apart from announcements, which stay for a few seconds. */
const readResidue = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [document.documentElement, document.body, ...document.body.children]
      .filter((element) => element.getAttribute('role') !== 'status')
      .map((element) => {
        const attributes = [...element.attributes].filter(({ value }) => value);
        return [element.localName, ...attributes.map(({ name, value }) => `${name}="${value}"`).toSorted()].join(' ');
      }),
  );

/** A user of the app, with the button in a host. */
export class Visit {
  readonly page: Page;
  readonly #host: HostOfTest;
  #request: Promise<Route> | undefined;

  constructor(page: Page, host: HostOfTest) {
    this.page = page;
    this.#host = host;
  }

  get #scope(): Page | FrameLocator {
    return this.#host.file === 'iframe' ? this.page.frameLocator('iframe') : this.page;
  }

  /** Found even if it is hidden from assistive technology. */
  get dialog(): Locator {
    return this.#scope.locator('[role=alertdialog].cancel-payment-content');
  }

  get trigger(): Locator {
    return this.#scope.locator('.cancel-payment-trigger');
  }

  get #pageButton(): Locator {
    return this.page.locator('button', { hasText: 'Page button' });
  }

  get hostButton(): Locator {
    return this.#scope.locator('button', { hasText: 'Host button' });
  }

  dialogButton(name: string): Locator {
    return this.dialog.locator('button', { hasText: name });
  }

  async openHost(): Promise<void> {
    await this.page.getByRole('button', { name: 'Open host' }).click();
    await this.trigger.waitFor();
    if (this.#host.file === 'fullscreen') await this.page.waitForFunction(() => document.fullscreenElement);
    // Waits until the host has moved focus and does not move any more.
    await this.trigger.hover();
    await this.page.waitForTimeout(400);
  }

  /** As the app may do at any time. */
  async closeHostByApp(): Promise<void> {
    await this.page.evaluate(() => window.dispatchEvent(new Event('close-host')));
  }

  /** By the host's own means. */
  async closeHost(): Promise<void> {
    if (this.#host.closesOnEscape) await this.page.keyboard.press('Escape');
    else await this.closeHostByApp();
    await this.trigger.waitFor({ state: 'hidden' });
  }

  async open(method: 'pointer' | 'keyboard' = 'pointer'): Promise<void> {
    if (method === 'pointer') await this.trigger.click();
    else {
      await this.trigger.focus();
      await this.page.keyboard.press('Enter');
    }
    await this.dialog.waitFor();
    await eventually(() => focused(this.page), en.keep);
  }

  /** Presses on the dialog's text, and moves down by so many pixels, without letting go. */
  async dragInDialog(distance: number): Promise<void> {
    const box = await this.dialog.locator('p').first().boundingBox();
    if (!box) throw new Error('The dialog has no text.');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await this.page.waitForTimeout(450); // the page is covered at first
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x, y + distance, { steps: 10 });
  }

  /** Confirms, and waits for the request. */
  async confirm(): Promise<void> {
    this.#request = new Promise((resolve) => {
      void this.page.route('**/pay/**', resolve);
    });
    await this.dialogButton(en.confirm).click();
    await this.dialogButton(en.pending).waitFor();
    await this.#request;
  }

  async respond(status: number): Promise<void> {
    const route = await this.#request;
    await route?.fulfill({ status });
  }

  /** What the page looks like after the host has been opened and closed once without the dialog. */
  async residueOfHost(): Promise<string[]> {
    await this.openHost();
    await this.closeHost();
    await this.page.waitForTimeout(600);
    await this.expectUsable(this.#pageButton);
    return readResidue(this.page);
  }

  async expectHostOpen(): Promise<void> {
    expect(await this.trigger.isVisible(), 'the host is open').toBe(true);
  }

  async expectUsable(button: Locator): Promise<void> {
    const before = Number(await this.page.locator('#root output').textContent());
    await button.click();
    await eventually(() => this.page.locator('#root output').textContent(), String(before + 1));
  }

  /** Only the dialog has closed: focus is on the button, and the host can be used and closed. */
  async expectClosedAlone(buttonName: string, before: string[]): Promise<void> {
    await this.dialog.waitFor({ state: 'detached' });
    await eventually(() => focused(this.page), buttonName);
    await this.expectHostOpen();
    await this.expectUsable(this.hostButton);
    await this.closeHost();
    await this.expectClean(before);
  }

  /** The page is as it was, and can be used. */
  async expectClean(before: string[]): Promise<void> {
    await this.expectUsable(this.#pageButton);
    await eventually(() => readResidue(this.page), before);
  }
}

interface VisitOptions {
  url: string;
  host: HostOfTest;
  closesOnSuccess?: boolean;
  isExpectedProblem?: ((problem: string) => boolean) | undefined;
}

/** Opens the page, and fails on console errors, console warnings and uncaught errors. */
export async function visitHost(
  browser: Browser,
  { url, host, closesOnSuccess = false, isExpectedProblem = () => false }: VisitOptions,
  drive: (visit: Visit) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 800, height: 600 }, reducedMotion: 'reduce' });
  context.setDefaultTimeout(5000);
  const page = await context.newPage();
  const problems = collectProblems(page);
  try {
    await page.goto(`${url}?host=${host.file}${closesOnSuccess ? '&closesOnSuccess' : ''}`);
    await drive(new Visit(page, host));
    expect(problems.filter((problem) => !isExpectedProblem(problem)).join('\n'), 'console').toBe('');
  } finally {
    await context.close();
  }
}
