import { beforeEach, vi } from 'vitest';

beforeEach(() => {
  document.body.style.margin = '0'; // Storybook's `layout: fullscreen`
  vi.spyOn(Math, 'random').mockReturnValue(0); // no wait between retries: it is random, and tested elsewhere
  // After a story that fails axe, Storybook 10.6 leaves a style that pauses animations: no later dialog could close.
  for (const style of document.head.querySelectorAll('style')) {
    if (style.textContent.includes('animation-play-state: paused !important')) style.remove();
  }
});
