import { contrast } from '../support/contrast.ts';

/** What a user sees of the dialog, in one object that a driver of any browser can pass on. */
export interface Inspection {
  status: string | undefined;
  /** Contrast of the text of each button, and whether it is what a press at its center reaches. */
  buttons: { name: string; contrast: number; isReachable: boolean; height: number }[];
  /** Contrast of the sign beside an error to the error's background, and its width in px. */
  sign: { contrast: number; width: number } | undefined;
  /** Contrast and width of the focus ring. */
  ring: { contrast: number; width: number };
  /** Whether the overlay covers the page, and the whole dialog is in the window. */
  isCovered: boolean;
  isInWindow: boolean;
  /** How far a dialog scrolls that is higher than the window. */
  scrollRange: number;
  /** Whether the stylesheet is applied. */
  isStyled: boolean;
  /** Whether no transition or animation is running. */
  isAtRest: boolean;
}

export function inspect(): Inspection | undefined {
  const dialog = document.querySelector<HTMLElement>('[role="alertdialog"]');
  const overlay = document.querySelector('.cancel-payment-overlay');
  const focused = document.activeElement;
  if (!dialog || !overlay || !focused) return undefined;
  const error = dialog.querySelector('.cancel-payment-error');
  const sign = error && getComputedStyle(error, '::before');
  const ring = getComputedStyle(focused);
  const box = dialog.getBoundingClientRect();
  const overlayBox = overlay.getBoundingClientRect();
  return {
    status: dialog.dataset['status'],
    buttons: [...dialog.querySelectorAll('button')].map((button) => {
      const { left, top, width, height } = button.getBoundingClientRect();
      return {
        name: button.textContent,
        contrast: contrast(getComputedStyle(button).color, button),
        isReachable: document.elementFromPoint(left + width / 2, top + height / 2) === button,
        height,
      };
    }),
    sign: sign
      ? {
          contrast: sign.content.includes('!') ? contrast(sign.backgroundColor, error) : 1,
          width: parseFloat(sign.width),
        }
      : undefined,
    ring: {
      contrast: ring.outlineStyle === 'solid' ? contrast(ring.outlineColor, focused.parentElement) : 1,
      width: parseFloat(ring.outlineWidth),
    },
    isCovered: overlayBox.width >= innerWidth && overlayBox.height >= innerHeight,
    isInWindow: box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight,
    scrollRange: dialog.scrollHeight - dialog.clientHeight,
    isStyled: getComputedStyle(dialog).position === 'fixed',
    isAtRest: dialog.getAnimations({ subtree: true }).length === 0,
  };
}
