/** The spinner of a pending button never ends. */
const getFiniteAnimations = () =>
  document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);

/** Skips to the end of all transitions and entrance animations. */
export function finishAnimations(): void {
  for (const animation of getFiniteAnimations()) animation.finish();
}

/** Waits for entrance and exit animations. */
export async function waitForAnimations(): Promise<void> {
  await Promise.allSettled(getFiniteAnimations().map(({ finished }) => finished));
}

/** For tests that open many dialogs. Still long enough for a test to interrupt an animation. */
export function shortenAnimations(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('*, *::before, *::after { animation-duration: 90ms !important }');
  document.adoptedStyleSheets = [sheet];
}
