import { beforeAll, beforeEach } from 'vitest';
import { CancelPaymentButton } from '../../src/index.ts';
import { shortenAnimations } from './animations.ts';
import { clearAnnouncements } from './pageResidue.ts';
import '../../src/styles.css';

/** For a file that opens many dialogs: with styles, short animations, and nothing left of an earlier test's announcement. */
export function setUpDialogTests(): void {
  beforeAll(() => {
    shortenAnimations();
    return CancelPaymentButton.preload();
  });
  beforeEach(clearAnnouncements);
}
