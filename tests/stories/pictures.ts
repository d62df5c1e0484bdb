import { afterEach, beforeEach, expect, inject, vi } from 'vitest';
import { page } from 'vitest/browser';

declare module 'vitest' {
  interface TaskMeta {
    storyId?: string; // of Storybook's addon
  }
  interface ProvidedContext {
    isChromiumPinned: boolean;
  }
}

beforeEach(() => {
  document.body.style.margin = '0'; // Storybook's `layout: fullscreen`
  vi.spyOn(Math, 'random').mockReturnValue(0); // retries come at once: their waiting is random, and tested elsewhere
  // A story that fails axe leaves behind what holds its animations (Storybook 10.6): no dialog would ever go again.
  for (const style of document.head.querySelectorAll('style')) {
    if (style.textContent.includes('animation-play-state: paused !important')) style.remove();
  }
});

/** What is to be seen at the end of each story is compared with its picture. Another Chromium draws letters differently. */
afterEach(async ({ task }) => {
  const { storyId } = task.meta;
  if (!storyId || task.result?.state === 'fail' || !inject('isChromiumPinned')) return;
  await document.fonts.ready;
  // The window, also of a story that is longer.
  const frame = document.createElement('div');
  frame.dataset['testid'] = 'window';
  Object.assign(frame.style, { position: 'fixed', inset: '0', pointerEvents: 'none' });
  document.body.append(frame);
  try {
    await expect(page.getByTestId('window')).toMatchScreenshot(storyId);
  } finally {
    frame.remove();
  }
});
