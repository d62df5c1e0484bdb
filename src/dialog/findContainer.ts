import { treeOf, withAncestors } from './treeOf.ts';

/** Not those that close now. */
const modals =
  ':is(dialog[open], [aria-modal="true"], [role="dialog"], [role="alertdialog"]):not([data-state="closed"])';

/** Whether `element` covers the viewport or has no size: the layout around a modal's panel, not the panel. */
function isBackdrop(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  const { clientWidth, clientHeight, offsetWidth } = element.ownerDocument.documentElement;
  // Where `scrollbar-gutter` keeps the space of a scrollbar, nothing is as wide as the viewport.
  return width * height === 0 || (width >= Math.min(clientWidth, offsetWidth) && height >= clientHeight);
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
  const tree = treeOf(origin);
  if (!tree) return document.body;
  const [, ...ancestors] = withAncestors(origin);
  const modal =
    ancestors.find((element) => element.matches(modals)) ??
    ancestors.find((element) => getComputedStyle(element).position === 'fixed' && !isOwn(element));
  if (modal) {
    const isInTree = (element: Element) => treeOf(element) === tree;
    // The modal or, if that is in a shadow tree which `origin` is in a slot of, the shadow host.
    const outermost = ancestors.findIndex((element, index) => index >= ancestors.indexOf(modal) && isInTree(element));
    const inside = ancestors.slice(0, outermost + 1).filter(isInTree);
    let panel = inside.at(-1);
    for (const element of inside) if (!isBackdrop(element)) panel = element;
    if (panel) return panel;
  }
  if (tree.fullscreenElement?.contains(origin)) return tree.fullscreenElement;
  return 'host' in tree ? tree : origin.ownerDocument.body;
}

/** The innermost element that both are in; `a`, if `b` is in it. */
export function findCommonContainer(a: Element, b: Element): Element | null {
  let container = a === b ? a.parentElement : a;
  while (container && !container.contains(b)) container = container.parentElement;
  return container;
}
