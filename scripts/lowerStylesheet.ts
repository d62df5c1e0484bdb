import { basename } from 'node:path';
import { Features, transform } from 'lightningcss';
import type { Plugin } from 'vite';

const version = (major: number, minor = 0) => (major << 16) | (minor << 8);

/** The first versions with cascade layers, which the styles cannot do without. */
const targets = {
  chrome: version(99),
  firefox: version(97),
  safari: version(15, 4),
  ios_saf: version(15, 4),
};

/** The stylesheet without nesting, and with the prefixes that Safari needs. */
function lower(filename: string, source: string): string {
  const { code, warnings } = transform({
    filename,
    code: Buffer.from(source),
    targets,
    exclude: Features.LightDark, // in `@supports`; the replacement would need `color-scheme` in the same CSS
    errorRecovery: false,
  });
  if (warnings.length > 0) throw new Error(`${filename}: ${warnings.map(({ message }) => message).join(' ')}`);
  return code.toString();
}

/** Lowers `src/styles.css` for older browsers: in the build, and in everything that shows or tests the source. */
export function lowerStylesheet(): Plugin {
  return {
    name: 'lower-stylesheet',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/styles\.css(\?(?!.*\braw\b).*)?$/ },
      handler: (source, id) => ({ code: lower(basename(id), source), map: null }),
    },
  };
}
