/** Where the page ends: white, or what the browser takes for it in dark mode. */
function pageColor(): string {
  const probe = document.createElement('div');
  probe.style.background = 'Canvas';
  document.documentElement.append(probe);
  const color = getComputedStyle(probe).backgroundColor;
  probe.remove();
  return color;
}

/** The pixel of `inks`, the last one on top, painted on `element`: on its background and all that is behind it. */
function paint(element: Element | null, inks: readonly string[]): Uint8ClampedArray {
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser has no 2d canvas.');
  const layer = (operation: GlobalCompositeOperation, color: string) => {
    context.globalCompositeOperation = operation;
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
  };
  for (const ink of inks) layer('source-over', ink);
  for (let ancestor = element; ancestor; ancestor = ancestor.parentElement) {
    const { backgroundColor, backgroundImage, opacity, filter, mixBlendMode } = getComputedStyle(ancestor);
    if (`${backgroundImage} ${filter} ${mixBlendMode}` !== 'none none normal') {
      throw new Error(`What <${ancestor.localName} class="${ancestor.className}"> paints is not one color.`);
    }
    layer('destination-over', backgroundColor);
    layer('destination-in', `rgb(0 0 0 / ${opacity})`);
  }
  layer('destination-over', pageColor());
  return context.getImageData(0, 0, 1, 1).data;
}

/** Relative luminance of an sRGB pixel, as WCAG 2 defines it. */
function luminance(pixel: Uint8ClampedArray): number {
  const [red = 0, green = 0, blue = 0] = Array.from(pixel, (value) => {
    const channel = value / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * The contrast ratio, 1 to 21, of the CSS color `ink` on `element`; with `under`, on that color on `element`. Whatever is
 * translucent is mixed by a canvas, as the browser does it on the screen.
 */
export function contrast(ink: string, element: Element | null, under: readonly string[] = []): number {
  const [dark = 0, light = 0] = [paint(element, [...under, ink]), paint(element, under)]
    .map(luminance)
    .toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
