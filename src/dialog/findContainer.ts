/** Not those that close now. */
const modals = ':is(dialog[open], [aria-modal="true"], [role="dialog"], [role="alertdialog"]):not([data-state="closed"])';

/** `element` and its ancestors as they are rendered, innermost first: what is in a slot is inside of the slot's tree. */
function withFlatAncestors(element: Element): Element[] {
  const found: Element[] = [];
  for (let next: Element | null | undefined = element; next; ) {
    found.push(next);
    next = next.assignedSlot ?? next.parentElement ?? (next.getRootNode() as Partial<ShadowRoot>).host;
  }
  return found;
}

/** Whether `element` covers the viewport or has no size: the layout around a modal's panel, not the panel. */
function isBackdrop(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  const { clientWidth, clientHeight } = element.ownerDocument.documentElement;
  return width * height === 0 || (width >= clientWidth && height >= clientHeight);
}

/** Whether `element` is part of a dialog of this package, such as one that closes now. */
const isOwn = (element: Element): boolean => !!element.closest('.cancel-payment-layer');

/** A menu is often rendered outside of the modal that its button is in, and removed when the dialog opens. */
function menuButtonOf(element: Element): Element | null {
  const id = element.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  return id ? element.ownerDocument.getElementById(id) : null;
}

/**
 * Where a dialog belongs that `opener` opens: in the panel of the innermost modal, because a modal keeps focus inside,
 * hides the rest of the page from assistive technology, and may close when something outside is pressed. A modal without
 * a role is recognized by its fixed position. Otherwise in the full-screen element, the shadow tree or the `<body>`.
 */
export function findContainer(opener: Element): Element | ShadowRoot {
  const origin = menuButtonOf(opener) ?? opener;
  if (!origin.isConnected) return document.body;
  const root = origin.getRootNode() as Partial<ShadowRoot>;
  const [, ...ancestors] = withFlatAncestors(origin);
  const modal =
    ancestors.find((element) => element.matches(modals)) ??
    ancestors.find((element) => getComputedStyle(element).position === 'fixed' && !isOwn(element));
  if (modal) {
    const isInTree = (element: Element) => element.getRootNode() === root;
    // The modal or, if that is in a shadow tree which `origin` is in a slot of, the shadow host.
    const outermost = ancestors.findIndex((element, index) => index >= ancestors.indexOf(modal) && isInTree(element));
    const inside = ancestors.slice(0, outermost + 1).filter(isInTree).reverse();
    const panel = inside.find((element) => !isBackdrop(element)) ?? inside[0];
    if (panel) return panel;
  }
  if (root.fullscreenElement?.contains(origin)) return root.fullscreenElement;
  return root.host ? (root as ShadowRoot) : origin.ownerDocument.body;
}

/** The innermost element around both. */
export function findCommonContainer(a: Element, b: Element): Element | null {
  let container = a.parentElement;
  while (container && !container.contains(b)) container = container.parentElement;
  return container;
}
