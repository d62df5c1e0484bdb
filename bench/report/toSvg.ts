interface Image {
  title: string;
  width: number;
  height: number;
  /** SVG elements. They use the variables of {@link colors}. */
  content: string;
}

const colors = {
  light: { background: '#ffffff', text: '#1f2328', grid: '#d8dee4', ours: '#0969da', theirs: '#cf5c00' },
  dark: { background: '#0d1117', text: '#e6edf3', grid: '#30363d', ours: '#58a6ff', theirs: '#f0883e' },
};

const variables = (scheme: Record<string, string>) =>
  Object.entries(scheme)
    .map(([name, color]) => `--${name}: ${color}`)
    .join('; ');

/** An SVG file that follows the light or dark scheme. */
export const toSvg = ({ title, width, height, content }: Image): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title">
<title id="title">${title}</title>
<style>
  :root { ${variables(colors.light)}; color: var(--text); font-family: system-ui, sans-serif }
  @media (prefers-color-scheme: dark) { :root { ${variables(colors.dark)} } }
</style>
<rect width="100%" height="100%" fill="var(--background)"/>
${content}
</svg>
`;
