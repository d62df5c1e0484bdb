import { createRequire } from 'node:module';
import { join } from 'node:path';

const { resolve } = createRequire(import.meta.url);

export default {
  transformer: { babelTransformerPath: resolve('@react-native/metro-babel-transformer') },
  watchFolders: [join(import.meta.dirname, '../..')], // where the packages are
};
