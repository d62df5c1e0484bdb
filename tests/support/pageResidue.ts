/** Everything that a modal dialog changes on the page while it is open, and must undo when it closes. */
export function pageResidue() {
  const { body, documentElement, head } = document;
  const tag = (element: Element) => /^<[^>]*>/.exec(element.outerHTML)?.[0].replace(' style=""', '');
  const tags = (selector: string) =>
    [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility()).map(tag);
  return {
    page: [documentElement, body].map(tag),
    styles: head.querySelectorAll('style').length,
    hidden: tags(':is([aria-hidden], [inert]):not(.cancel-payment-layer)'), // which stays a moment longer
    radix: tags('[data-radix-focus-guard], [data-radix-portal], [data-radix-popper-content-wrapper]'),
    layers: tags('[role="alertdialog"], .cancel-payment-overlay, [role="status"]:empty'),
  };
}

/** Removes the announcements of an earlier test, which stay in the document for a few seconds. */
export function clearAnnouncements(): void {
  for (const region of document.querySelectorAll('[role="status"]')) region.remove();
}
