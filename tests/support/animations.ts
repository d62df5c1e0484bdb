import { vi } from 'vitest';

/** The spinner of a pending button never ends. */
const getFiniteAnimations = () =>
  document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);

/** What blocks presses for a moment when the dialog has appeared or has gone. */
const getCovers = () => document.querySelectorAll('.cancel-payment-cover');

/** Skips to the end of all transitions and entrance animations, and of the time in which presses are blocked. */
export function finishAnimations(): void {
  for (const cover of getCovers()) cover.remove();
  for (const animation of getFiniteAnimations()) animation.finish();
}

/** Waits for entrance and exit animations, and until presses are no longer blocked. */
export async function waitForAnimations(): Promise<void> {
  await vi.waitUntil(() => getCovers().length === 0, { interval: 20 });
  await Promise.allSettled(getFiniteAnimations().map(({ finished }) => finished));
}

/** For tests that open many dialogs. Still long enough for a test to interrupt an animation. */
export function shortenAnimations(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('*, *::before, *::after { animation-duration: 90ms !important }');
  document.adoptedStyleSheets = [sheet];
}
