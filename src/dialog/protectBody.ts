/** Whether a modal of any copy of Radix is open, which makes the page ignore the pointer meanwhile. */
const isRadixModalOpen = (body: HTMLElement): boolean =>
  [...body.querySelectorAll<HTMLElement>('[data-state="open"]')].some(({ style }) => style.pointerEvents === 'auto');

/** Whether the page is as wide without its scrollbar. WebKit (2.50) knows `scrollbar-gutter`, but not for a page. */
function keepsScrollbarSpace(body: HTMLElement): boolean {
  const { documentElement } = body.ownerDocument;
  if (!getComputedStyle(documentElement).scrollbarGutter?.startsWith('stable')) return false;
  const { offsetWidth } = documentElement;
  const { overflow } = body.style;
  body.style.overflow = 'hidden';
  const isAsWide = documentElement.offsetWidth === offsetWidth;
  body.style.overflow = overflow;
  return isAsWide;
}

/**
 * Call it before Radix changes `<body>` for the dialog.
 *
 * @returns call it when the dialog has gone, to correct what Radix leaves behind or does too much
 */
export function protectBody(body: HTMLElement): () => void {
  // Radix adds a margin in place of the scrollbar, even if the page keeps the space for it.
  const isKept = !body.hasAttribute('data-scroll-locked') && keepsScrollbarSpace(body);
  if (isKept) body.style.setProperty('margin-right', '0', 'important');
  // Another copy of Radix has a modal or menu open, and may close it before the dialog: ours would restore its style then.
  const isInactive = body.style.pointerEvents === 'none';
  return () => {
    if (isKept) body.style.removeProperty('margin-right');
    if (isInactive && !isRadixModalOpen(body)) body.style.pointerEvents = '';
  };
}
