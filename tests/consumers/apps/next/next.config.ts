import { join } from 'node:path';

// The packages are in a folder above the app's.
const root = join(import.meta.dirname, '../..');

export default { turbopack: { root }, outputFileTracingRoot: root };
