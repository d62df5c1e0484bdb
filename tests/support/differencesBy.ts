/** They follow the page, as its font does, or change nothing in an element that has a background. */
const inherited = new Set([
  'appearance',
  'tab-size',
  'text-size-adjust',
  '-webkit-font-smoothing',
  '-webkit-tap-highlight-color',
]);

/** The computed styles of the trigger, of everything in the dialog, and of the signs. */
function computedStyles(): Map<string, string> {
  const styles = new Map<string, string>();
  const elements = document.querySelectorAll(
    '.cancel-payment-trigger, .cancel-payment-overlay, .cancel-payment-content, .cancel-payment-content :not([aria-live])',
  );
  for (const [index, element] of elements.entries()) {
    const name = `${element.className || element.localName} (${index})`;
    for (const pseudo of [null, '::before']) {
      const style = getComputedStyle(element, pseudo);
      if (pseudo && style.content === 'none') continue;
      for (const property of style) {
        if (inherited.has(property) || property.startsWith('--')) continue;
        styles.set(`${name}${pseudo ?? ''} ${property}`, style.getPropertyValue(property));
      }
    }
  }
  return styles;
}

/** What `sheets` change in the looks of the button and the open dialog, as `element property: without → with`. */
export function differencesBy(sheets: readonly CSSStyleSheet[]): string[] {
  const changed = computedStyles();
  for (const sheet of sheets) sheet.disabled = true;
  const original = computedStyles();
  for (const sheet of sheets) sheet.disabled = false;
  return [...new Set([...original.keys(), ...changed.keys()])]
    .filter((name) => original.get(name) !== changed.get(name))
    .map((name) => `${name}: ${original.get(name)} → ${changed.get(name)}`);
}
