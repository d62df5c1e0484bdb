import { afterEach, expect, inject } from 'vitest';
import { page } from 'vitest/browser';
import { waitForAnimations } from '../support/animations.ts';
import { findUnexpectedFonts } from './findUnexpectedFonts.ts';

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

const painted = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** Compares the end of each story that is tagged for it with its baseline. */
afterEach(async ({ task, story }) => {
  const { storyId } = task.meta;
  if (!storyId || task.result?.state === 'fail' || !hasScreenshot(story?.tags ?? [])) return;
  // Polled, because an element may be removed meanwhile: the announcement, after some seconds.
  const message = 'text in a font that is not from the packages';
  await expect.poll(findUnexpectedFonts, { message, timeout: 5000 }).toEqual([]);

  if (!inject('isChromiumPinned')) return; // another Chromium draws text differently
  // A color that is still changing looks stable to the comparison, but not the same.
  await waitForAnimations();
  // The window, even if the story is taller.
  const frame = document.createElement('div');
  frame.dataset['testid'] = 'window';
  Object.assign(frame.style, { position: 'fixed', inset: '0', pointerEvents: 'none' });
  document.body.append(frame);
  try {
    // Covers everything once, so that it is all painted again: after a partial repaint, single pixels of a rounded outline
    // may differ.
    frame.style.background = 'gray';
    await painted();
    frame.style.background = '';
    await painted();
    await expect(page.getByTestId('window')).toMatchScreenshot(storyId);
  } finally {
    frame.remove();
  }
});
