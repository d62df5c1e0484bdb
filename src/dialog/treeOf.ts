// Not `instanceof`, which is false for nodes of an iframe.
const isTree = (node: Node): node is Document | ShadowRoot => 'activeElement' in node;

export const isElement = (target: EventTarget | null | undefined): target is Element => !!target && 'matches' in target;

/** The document or shadow tree that `node` is in; undefined if it has been removed. */
export function treeOf(node: Node): Document | ShadowRoot | undefined {
  const root = node.getRootNode();
  return isTree(root) ? root : undefined;
}

function hostOf(element: Element): Element | undefined {
  const tree = treeOf(element);
  return tree && 'host' in tree ? tree.host : undefined;
}

/** `element` and its ancestors as they are rendered, innermost first: what is in a slot is inside of the slot's tree. */
export function withAncestors(element: Element | null): Element[] {
  const found: Element[] = [];
  for (let next: Element | null | undefined = element; next;) {
    found.push(next);
    next = next.assignedSlot ?? next.parentElement ?? hostOf(next);
  }
  return found;
}
