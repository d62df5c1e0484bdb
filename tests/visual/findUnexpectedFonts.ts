import { cdp } from 'vitest/browser';

/** The families of the packages that Storybook's preview imports, by the names in the font files. */
const packagedFamilies = new Set(['Inter', 'Noto Sans Arabic']);

/** The node of this page's document: tests run in a frame. */
async function findDocument(): Promise<number> {
  const { root } = await cdp().send('DOM.getDocument', { depth: -1, pierce: true });
  const pending = [root];
  for (const { nodeId, documentURL, children = [], contentDocument } of pending) {
    if (documentURL === location.href) return nodeId;
    pending.push(...children, ...(contentDocument ? [contentDocument] : []));
  }
  throw new Error('The page of this test is not found.');
}

/** The elements with text in another font than those of the packages, generated content included, as `font: element`. */
export async function findUnexpectedFonts(): Promise<string[]> {
  document.body.getBoundingClientRect(); // layout requests the fonts
  await document.fonts.ready;
  await cdp().send('DOM.enable');
  await cdp().send('CSS.enable');
  const selector = 'body, body *';
  const elements = document.querySelectorAll(selector);
  const { nodeIds } = await cdp().send('DOM.querySelectorAll', { nodeId: await findDocument(), selector });
  const fontsOfElements = await Promise.all(
    nodeIds.map(async (nodeId) => (await cdp().send('CSS.getPlatformFontsForNode', { nodeId })).fonts),
  );
  return fontsOfElements.flatMap((fonts, index) =>
    fonts
      .filter(({ familyName, isCustomFont }) => !isCustomFont || !packagedFamilies.has(familyName))
      .map(({ familyName }) => `${familyName}: ${elements[index]?.outerHTML.slice(0, 200)}`),
  );
}
