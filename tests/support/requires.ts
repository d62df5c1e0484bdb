import { TestRunner } from 'vitest';
import { server } from 'vitest/browser';

const isChromium = server.browser === 'chromium';
export const isFirefox = server.browser === 'firefox';

/** What not every engine can do for a test, and why. */
const features = {
  devTools: { isSupported: isChromium, reason: 'The DevTools protocol is Chromium’s.' },
  touch: {
    isSupported: isChromium,
    reason: 'WebKitGTK’s driver sends touches as mouse input, Playwright none to Firefox.',
  },
  fastInput: { isSupported: isChromium, reason: 'The drivers of WebKit and Firefox are too slow to tap every 150 ms.' },
  closeWatcher: { isSupported: 'CloseWatcher' in window, reason: 'The engine has no CloseWatcher.' },
  emulatedMedia: { isSupported: isChromium, reason: 'Media features can be emulated only in Chromium.' },
};

export type Feature = keyof typeof features;

export const isSupported = (feature: Feature): boolean => features[feature].isSupported;

/** Skips the current test, with the reason, in an engine that cannot do what the test needs. */
export function requires(feature: Feature): void {
  if (!isSupported(feature)) TestRunner.getCurrentTest()?.context.skip(features[feature].reason);
}
