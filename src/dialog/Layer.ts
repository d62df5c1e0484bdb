import { insertWithoutShift } from './insertWithoutShift.ts';
import { protectBody } from './protectBody.ts';

/** In ms: for how long presses are blocked when the dialog has appeared, and when it has gone. */
const blockingTime = 400;

const topLayerStyle =
  'position:fixed;inset:0 auto auto 0;width:0;height:0;margin:0;padding:0;border:0;overflow:visible;' +
  'background:none;color:inherit;visibility:visible';

/** Without a box, or the `z-index` of what is in it would not apply to the page. */
const flowStyle = 'display:contents';

const layers = new WeakMap<Element, Layer>();

declare const process: { env: { NODE_ENV?: string } };

let isMissingStylesReported = false;

/**
 * Tells the developer, once, why the dialog looks as it does. Not in tests, because their DOM often has no stylesheets.
 *
 * Safe: reads `NODE_ENV`, as TanStack Query does. Bundlers replace it, so this is not in production.
 */
function reportMissingStyles(): void {
  if (process.env.NODE_ENV !== 'development' || isMissingStylesReported) return;
  isMissingStylesReported = true;
  // oxlint-disable-next-line no-console -- only for developers
  console.error(
    'The dialog of react-cancel-preauth has no styles, so it is shown in the flow of the page. ' +
      "Import 'react-cancel-preauth/styles.css', or give your CancelPayment.Content a position other than static.",
  );
}

/** The layer of a dialog; undefined if it is rendered without a portal. */
export function layerOf(content: Element): Layer | undefined {
  return content.parentElement ? layers.get(content.parentElement) : undefined;
}

/**
 * The parent of the dialog: an element without size in the browser's top layer, where nothing of the page can cover or
 * clip what is in it. Not the dialog itself, because browsers style the elements in the top layer.
 *
 * It also blocks all presses for a moment when the dialog has appeared, because its button may be under a finger that
 * double-taps, and when it has gone, because an impatient user may still be tapping where its button was. Not with CSS
 * animations, which pages and extensions turn off.
 */
export class Layer {
  readonly element: HTMLElement = document.createElement('div');
  /** Replaces the elements of the dialog. Radix moves focus into the new ones. */
  readonly renderAgain: () => void;
  #isShown = false;
  #hasDialog = false;
  #cover: HTMLElement | undefined;
  #restoreBody: (() => void) | undefined;

  constructor(renderAgain: () => void) {
    this.renderAgain = renderAgain;
    const { element } = this;
    layers.set(element, this);
    element.className = 'cancel-payment-layer';
    element.setAttribute('role', 'presentation'); // or Chromium would expose a group
    // A modal that waits for its own transition may not check which element's has ended.
    for (const type of ['transitionend', 'animationend']) {
      element.addEventListener(type, (event) => event.stopPropagation());
    }
    new MutationObserver(() => {
      const hasDialog = [...element.children].some((child) => child !== this.#cover);
      if (this.#hasDialog && !hasDialog) this.#leave();
      this.#hasDialog = hasDialog;
    }).observe(element, { childList: true });
  }

  /** What the layer is in. */
  get container(): (ParentNode & Node) | null {
    return this.element.parentNode;
  }

  /** From `show` until the dialog has gone, at the end of its exit animation. */
  get isShown(): boolean {
    return this.#isShown;
  }

  show(container: ParentNode & Node): void {
    const { element } = this;
    element.setAttribute('popover', 'manual');
    // Through the CSSOM, because a strict Content-Security-Policy blocks style attributes.
    element.style.cssText = 'popover' in element ? topLayerStyle : flowStyle;
    this.#attach(container);
    this.#isShown = true;
    this.#restoreBody = protectBody(element);
    this.#block();
  }

  /** Leaves a dialog without a stylesheet in the flow of the page, where it can be read, and shows it. */
  fit(dialog: Element): void {
    if (getComputedStyle(dialog).position !== 'static') return;
    reportMissingStyles();
    this.element.removeAttribute('popover');
    this.element.style.cssText = flowStyle;
    dialog.scrollIntoView?.({ block: 'nearest' }); // not in jsdom
  }

  /** Moves an open dialog, and renders it again. */
  moveTo(container: ParentNode & Node): void {
    if (this.element.parentNode === container) return;
    this.#attach(container);
    this.renderAgain();
  }

  #attach(container: ParentNode & Node): void {
    const { element } = this;
    if (element.parentNode !== container) insertWithoutShift(element, container);
    if (element.popover && element.isConnected && !element.matches(':popover-open')) element.showPopover();
  }

  /** Where an app or extension pauses all animations, the dialog would not appear, and would never go. */
  finishPausedAnimations(): void {
    const animations = this.element.getAnimations?.({ subtree: true }) ?? []; // not in jsdom
    for (const animation of animations) {
      const isEndless = animation.effect?.getComputedTiming().endTime === Infinity;
      if (animation.playState === 'paused' && !isEndless) animation.finish();
    }
  }

  #leave(): void {
    const { element } = this;
    if (!element.isConnected) this.#attach(element.ownerDocument.body); // the app has removed the modal around it
    this.#isShown = false;
    this.#restoreBody?.();
    this.#block();
  }

  #block(): void {
    this.#cover?.remove();
    const cover = document.createElement('div');
    this.#cover = cover;
    cover.className = 'cancel-payment-cover';
    cover.style.cssText = 'position:fixed;inset:0;z-index:2147483647;pointer-events:auto';
    const unblock = () => {
      cover.remove();
      if (!this.element.hasChildNodes()) this.element.remove();
    };
    let timer = setTimeout(unblock, blockingTime);
    for (const type of ['pointerdown', 'mousedown', 'click']) {
      cover.addEventListener(type, (event) => {
        event.preventDefault(); // or focus would move to <body>
        event.stopPropagation();
        if (this.#isShown) return;
        clearTimeout(timer); // someone is still tapping where the dialog was
        timer = setTimeout(unblock, blockingTime);
      });
    }
    this.element.append(cover);
  }
}
