/** The color of the browser's canvas: white, or its counterpart in dark mode. */
function pageColor(): string {
  const probe = document.createElement('div');
  probe.style.background = 'Canvas';
  document.documentElement.append(probe);
  const color = getComputedStyle(probe).backgroundColor;
  probe.remove();
  return color;
}

/** The pixel that results from painting `colors`, the last one on top, on `element`'s background and everything behind it. */
function paint(element: Element | null, colors: readonly string[]): Uint8ClampedArray {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser has no 2d canvas.');
  const layer = (operation: GlobalCompositeOperation, color: string) => {
    context.globalCompositeOperation = operation;
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
  };
  for (const color of colors) layer('source-over', color);
  for (let ancestor = element; ancestor; ancestor = ancestor.parentElement) {
    const { backgroundColor, backgroundImage, opacity, filter, mixBlendMode } = getComputedStyle(ancestor);
    if (`${backgroundImage} ${filter} ${mixBlendMode}` !== 'none none normal') {
      throw new Error(`<${ancestor.localName} class="${ancestor.className}"> is not painted in a single color.`);
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
 * The contrast ratio, 1 to 21, of the CSS color `color` against the background of `element`, or against `backgrounds`
 * painted on it. Translucent colors are blended by a canvas, as the browser does it.
 */
export function contrast(color: string, element: Element | null, backgrounds: readonly string[] = []): number {
  const luminances = [paint(element, [...backgrounds, color]), paint(element, backgrounds)].map(luminance);
  return (Math.max(...luminances) + 0.05) / (Math.min(...luminances) + 0.05);
}
