import { afterEach, expect, inject } from 'vitest';
import { page } from 'vitest/browser';

declare module 'vitest' {
  // Both are set by Storybook's addon.
  interface TaskMeta {
    storyId?: string;
  }
  interface TestContext {
    story?: { tags: readonly string[] };
  }
  interface ProvidedContext {
    variant: string;
    isChromiumPinned: boolean;
  }
}

const variant = inject('variant');

function hasScreenshot(tags: readonly string[]): boolean {
  return (
    tags.includes('screenshot') ||
    (tags.includes('screenshot-light-dark') && (variant === 'light' || variant === 'dark'))
  );
}

/** Compares the end of each story that is tagged for it with its baseline. */
afterEach(async ({ task, story }) => {
  const { storyId } = task.meta;
  if (!storyId || task.result?.state === 'fail' || !hasScreenshot(story?.tags ?? [])) return;

  if (!inject('isChromiumPinned')) return; // another Chromium draws text differently
  // The window, even if the story is taller.
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
