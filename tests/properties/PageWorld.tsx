import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, type RenderResult } from '@testing-library/react';
import * as fc from 'fast-check';
import { Activity, StrictMode, type ReactElement } from 'react';
import { vi } from 'vitest';
import { CancelPaymentButton } from '../../src/button/CancelPaymentButton.tsx';
import { createPayClient, type PayClient } from '../../src/client/createPayClient.ts';
import type { PayError } from '../../src/client/PayError.ts';
import { confirmActionOf } from '../../src/dialog/confirmActionOf.ts';
import { PayProvider } from '../../src/hooks/PayProvider.tsx';
import { en } from '../../src/messages/en.ts';
import { answers, toModelAnswer, toResponse, type Answer } from './answers.ts';
import { ControlledDialog } from './ControlledDialog.tsx';
import { createPlace, createViews, isShown, resetError, type Place, type TransactionId } from './Place.ts';
import { assert, TransactionModel, type Attempt } from './TransactionModel.ts';

export interface PageOptions {
  component: 'button' | 'dialog';
  isStrict: boolean;
  retry: number;
  answers: readonly [Answer, Answer];
}

export const pageOptions: fc.Arbitrary<PageOptions> = fc.record(
  {
    component: fc.constantFrom('button', 'dialog'),
    isStrict: fc.boolean(),
    retry: fc.nat({ max: 1 }),
    answers: fc.tuple(answers, answers),
  },
  { noNullPrototype: true },
);

interface Request {
  attempt: Attempt;
  model: TransactionModel;
  resolve: (response: Response) => void;
  reject: (error: unknown) => void;
}

const flush = async (): Promise<void> => {
  for (let round = 0; round < 3; round++) await new Promise(setImmediate);
};

/** A page with two places for the component, a real client, and a network and clocks that a property controls. */
export class PageWorld {
  readonly places = [createPlace('place-0'), createPlace('place-1')] as const;
  readonly requests: Request[] = [];
  readonly recoveries: (() => void)[] = [];
  readonly #options: PageOptions;
  readonly #models: Record<TransactionId, TransactionModel>;
  readonly #client: PayClient;
  readonly #queryClient = new QueryClient();
  readonly #outcomes = new Map<Attempt, { error: PayError | undefined }>();
  readonly #problems: unknown[] = [];
  readonly #page: RenderResult;
  #expectedCalls = 0;
  #errors = 0;

  constructor(options: PageOptions) {
    this.#options = options;
    this.#models = { a: this.#createModel(), b: this.#createModel() };
    const client = createPayClient({
      baseUrl: 'https://pay.test',
      retry: options.retry,
      fetch: (input, init) => this.#fetch(new Request(input).url, init),
    });
    this.#client = {
      cancelPreAuth: (parameters) => {
        this.#check(() => assert(this.#expectedCalls-- > 0, 'The client was called although nobody confirmed.'));
        const model = this.#modelOf(parameters.transactionId);
        const attempt = model.begin();
        const promise = client.cancelPreAuth(parameters);
        const settle = (error?: PayError) =>
          this.#check(() => {
            model.settle(attempt, error ? 'error' : 'canceled');
            this.#outcomes.set(attempt, { error });
            if (error) this.#errors++;
          });
        promise.then(() => settle(), settle);
        return promise;
      },
    };
    this.#page = render(this.#app());
  }

  /** Presses the button, or the app's own, even one that another dialog covers, as an app may. */
  open(place: Place): void {
    if (!isShown(place)) return;
    const view = place.views[place.transactionId];
    if (this.#options.component === 'button') {
      if (view.status === 'canceled') return this.#press(this.#triggerOf(place));
      if (view.isRecovering) Object.assign(view, { status: 'idle', isRecovering: false });
    }
    if (!place.isOpen) this.#open(place);
    return this.#press(this.#triggerOf(place));
  }

  /** Presses Confirm so many times in one tick. */
  confirm(place: Place, times = 1): void {
    const button = this.#dialogOf(place)?.querySelector('.cancel-payment-confirm');
    if (!button || !isShown(place)) return;
    for (let count = 0; count < times; count++) {
      this.#expectConfirm(place);
      this.#press(button);
      const view = place.views[place.transactionId];
      if (view.status === 'pending') view.attempt ??= this.#modelOf(place.transactionId).current;
    }
  }

  close(place: Place, by: 'keep' | 'Escape'): void {
    const dialog = this.#dialogOf(place);
    if (!dialog || !isShown(place)) return;
    if (by === 'Escape' && this.places.some((other) => other !== place && this.#dialogOf(other))) return;
    const view = place.views[place.transactionId];
    if (place.isOpen && view.status !== 'pending') {
      place.isOpen = false;
      resetError(view);
    }
    if (by === 'keep') return this.#press(dialog.querySelector('.cancel-payment-keep'));
    dialog.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
    dialog.dispatchEvent(new KeyboardEvent('keyup', { key: 'Escape', bubbles: true, cancelable: true }));
    return undefined;
  }

  respond({ attempt, model, resolve, reject }: Request, index: number): void {
    const [first, second] = this.#options.answers;
    const answer = index % 2 ? second : first;
    model.receive(attempt, toModelAnswer(answer, true));
    const response = toResponse(answer);
    if (response) resolve(response);
    else reject(new TypeError('Failed to fetch'));
  }

  /** Lets an answer arrive, and confirms before React has rendered it. */
  async respondAndConfirm(request: Request, index: number, place: Place): Promise<void> {
    this.respond(request, index);
    await flush();
    this.#expectOutcomes();
    this.confirm(place);
  }

  toggleMounted(place: Place): void {
    place.isMounted = !place.isMounted;
    Object.assign(place, { isHidden: false, isOpen: false, views: createViews() });
    this.#page.rerender(this.#app());
  }

  toggleHidden(place: Place): void {
    if (!place.isMounted) return;
    place.isHidden = !place.isHidden;
    const { isOpen, transactionId, openBefore } = place;
    const openNow = isOpen ? transactionId : undefined;
    if (place.isHidden) place.openBefore = openNow;
    else if (openNow !== openBefore) {
      if (openBefore) resetError(place.views[openBefore]);
      if (openNow) this.#open(place);
    }
    this.#page.rerender(this.#app());
  }

  /** Shows another transaction in the same component. */
  switchTransaction(place: Place): void {
    const { isOpen, isHidden, transactionId, views } = place;
    place.transactionId = transactionId === 'a' ? 'b' : 'a';
    if (isOpen && !isHidden) resetError(views[transactionId]);
    if (this.#options.component === 'button') place.isOpen = false;
    else if (isOpen && !isHidden) this.#open(place);
    this.#page.rerender(this.#app());
  }

  rerender(): void {
    this.#page.rerender(this.#app());
  }

  /** Timers stop while the device sleeps, the wall clock does not. */
  sleep(milliseconds: number): void {
    vi.setSystemTime(Date.now() + milliseconds);
  }

  async settleDown(): Promise<void> {
    await act(flush);
    for (const model of Object.values(this.#models)) model.settleDown();
    if (this.#problems.length > 0) throw this.#problems[0];
    this.#expectOutcomes();
    assert(this.#expectedCalls === 0, 'Confirm sent nothing.');
    assert(this.#errors === 0, 'onError was not called once per error.');
    for (const model of Object.values(this.#models)) model.check({ isNotified: true });
    for (const place of this.places) if (isShown(place)) this.#compare(place);
  }

  /** Removes the page, and checks that nothing is left of it. */
  async finish(): Promise<void> {
    await this.settleDown();
    await act(async () => cleanup());
    for (const place of this.places) place.isMounted = false;
    await act(() => vi.advanceTimersByTimeAsync(20_000));
    await this.settleDown();
    this.#queryClient.clear();
    const { body } = document;
    assert(body.children.length === 0, `Left on the page: ${body.innerHTML.slice(0, 200)}`);
    assert(body.style.length === 0, `Left on the body: ${body.style.cssText}`);
  }

  #app(): ReactElement {
    const Component = this.#options.component === 'button' ? CancelPaymentButton : ControlledDialog;
    const places = this.places.map((place) => {
      const { name, isMounted, isHidden, transactionId } = place;
      return (
        isMounted && (
          <Activity key={name} mode={isHidden ? 'hidden' : 'visible'}>
            <section data-testid={name}>
              <Component
                transactionId={transactionId}
                classNames={{ content: name }}
                container={document.body} // not in another dialog, which jsdom cannot move it out of
                onCanceled={(id) => this.#check(() => this.#modelOf(id).notify())}
                onError={() => void this.#errors--}
                onSignIn={() => this.#recover()}
                onLinkIdentity={() => this.#recover()}
              />
            </section>
          </Activity>
        )
      );
    });
    const page = (
      <QueryClientProvider client={this.#queryClient}>
        <PayProvider client={this.#client}>{places}</PayProvider>
      </QueryClientProvider>
    );
    return this.#options.isStrict ? <StrictMode>{page}</StrictMode> : page;
  }

  #recover(): Promise<void> {
    return new Promise((resolve) => {
      this.recoveries.push(resolve);
    });
  }

  /** Ends all sign-ins. */
  endRecoveries(): void {
    for (const resolve of this.recoveries.splice(0)) resolve();
    for (const { views } of this.places) {
      for (const view of Object.values(views)) {
        if (view.isRecovering) Object.assign(view, { status: 'idle', isRecovering: false });
      }
    }
  }

  #open(place: Place): void {
    const { current } = this.#modelOf(place.transactionId);
    place.isOpen = true;
    place.views[place.transactionId] = {
      status: current ? 'pending' : 'idle',
      attempt: current,
      retryAt: 0,
      isRecovering: false,
    };
  }

  #expectConfirm(place: Place): void {
    const view = place.views[place.transactionId];
    const { status, error, isRecovering } = view;
    if (!place.isOpen || status === 'pending' || status === 'canceled' || isRecovering) return;
    if (status === 'error' && error) {
      const state = { status, error, attempt: 1, retryAt: 0, isRecovering };
      const action = confirmActionOf(state, { signIn: true, linkIdentity: true });
      if (action === 'signIn' || action === 'linkIdentity') view.isRecovering = true;
      if (action !== 'retry' || view.retryAt > Date.now()) return;
    }
    const { current } = this.#modelOf(place.transactionId);
    if (!current) this.#expectedCalls++;
    Object.assign(view, { status: 'pending', attempt: current });
  }

  /** Applies what the client has reported to all who wait for it. */
  #expectOutcomes(): void {
    for (const place of this.places) {
      for (const transactionId of ['a', 'b'] as const) {
        const view = place.views[transactionId];
        const outcome = view.attempt && this.#outcomes.get(view.attempt);
        if (view.status !== 'pending' || !outcome) continue;
        const { error } = outcome;
        const wait = error?.code === 'rate-limited' ? Math.min(error.retryAfter ?? 0, 60_000) : 0;
        Object.assign(view, { status: error ? 'error' : 'canceled', error, retryAt: Date.now() + wait });
        if (!error && place.transactionId === transactionId) place.isOpen = false;
      }
    }
  }

  #compare(place: Place): void {
    const { status, error, isRecovering } = place.views[place.transactionId];
    const dialog = this.#dialogOf(place);
    const isExpected = place.isOpen && !isRecovering;
    assert(!!dialog === isExpected, `The dialog is ${dialog ? '' : 'not '}on the page, which is wrong.`);
    const shown = [dialog, this.#options.component === 'button' && this.#triggerOf(place)];
    for (const element of shown) {
      const found = element ? element.getAttribute('data-status') : status;
      assert(found === status, `“${found}” is shown instead of “${status}”.`);
      const isCanceled = !!element && element.textContent.includes(en.canceled);
      assert(!isCanceled || status === 'canceled', 'The payment is said to be canceled, but is not.');
    }
    const code = dialog?.querySelector('[data-code]')?.getAttribute('data-code');
    assert(!dialog || code === (status === 'error' ? error?.code : undefined), `The error “${code}” is shown.`);
  }

  #dialogOf({ name }: Place): Element | null {
    return document.querySelector(`.${name}`);
  }

  #triggerOf({ name }: Place): Element | null {
    return document.querySelector(`[data-testid=${name}] > button`);
  }

  #press(button: Element | null): void {
    assert(button instanceof HTMLElement, 'A button is missing.');
    button.click();
  }

  #createModel(): TransactionModel {
    const now = () => ({ wall: Date.now(), monotonic: performance.now() });
    return new TransactionModel({ timeout: 10_000, retry: this.#options.retry, now });
  }

  #modelOf(transactionId: string): TransactionModel {
    return transactionId === 'a' ? this.#models.a : this.#models.b;
  }

  #fetch(url: string, { signal }: RequestInit = {}): Promise<Response> {
    return new Promise((resolve, reject) => {
      this.#check(() => {
        const model = this.#modelOf(/transactions\/(.)\/cancel$/.exec(url)?.[1] ?? '');
        const attempt = model.send();
        this.requests.push({ attempt, model, resolve, reject });
        signal?.addEventListener('abort', () => {
          model.giveUp(attempt);
          reject(signal.reason);
        });
      });
    });
  }

  /** Keeps what would look like an error of the app until the next check. */
  #check(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.#problems.push(error);
    }
  }
}
