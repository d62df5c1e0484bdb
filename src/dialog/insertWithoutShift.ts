/**
 * Inserts `element`, which takes no space, into an element of the app. Rules such as `:last-child` or `h2 + p` may apply to
 * other children than before then, so it is inserted where none of them moves.
 */
export function insertWithoutShift(element: Element, container: ParentNode & Node): void {
  const others = container === element.ownerDocument.body ? [] : [...container.children];
  const measure = () => JSON.stringify(others.map((other) => other.getBoundingClientRect()));
  const before = measure();
  for (const next of [others.at(-1), undefined, others[0]]) {
    container.insertBefore(element, next ?? null);
    if (measure() === before) return;
  }
}
