import { withAncestors } from './treeOf.ts';

/** A modal of any copy of Radix that is open, and makes the page around it ignore the pointer. */
const openRadixModal = '[data-state="open"][style*="pointer-events: auto"]';

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
 * Call it before Radix changes `<body>` for the dialog that is rendered in `layer`.
 *
 * @returns call it when the dialog has gone, to correct what Radix leaves behind or does too much
 */
export function protectBody(layer: Element): () => void {
  const { body } = layer.ownerDocument;
  // Radix adds a margin in place of the scrollbar, even if the page keeps the space for it.
  const isKept = !body.hasAttribute('data-scroll-locked') && keepsScrollbarSpace(body);
  if (isKept) body.style.setProperty('margin-right', '0', 'important');
  // Another copy of Radix has a modal or menu open, and may close it before the dialog: ours would restore its style then.
  const isInactive = body.style.pointerEvents === 'none';
  const ancestors = withAncestors(layer); // across shadow trees
  return () => {
    if (isKept) body.style.removeProperty('margin-right');
    const isOpen = (element: Element) => element.isConnected && element.matches(openRadixModal);
    if (isInactive && !body.querySelector(openRadixModal) && !ancestors.some(isOpen)) body.style.pointerEvents = '';
  };
}
