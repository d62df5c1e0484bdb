import type { StorybookConfig } from '@storybook/react-vite';
import tailwindcss from '@tailwindcss/vite';
import remarkGfm from 'remark-gfm';

export default {
  framework: {
    name: '@storybook/react-vite',
    options: { builder: { viteConfigPath: '.storybook/vite.config.ts' } }, // the one in the root folder builds the library
  },
  staticDirs: ['public'],
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.tsx'],
  addons: [
    // MDX does not support tables by itself.
    {
      name: '@storybook/addon-docs',
      options: { mdxPluginOptions: { mdxCompileOptions: { remarkPlugins: [remarkGfm] } } },
    },
    '@storybook/addon-a11y',
    '@storybook/addon-vitest',
  ],
  core: { disableTelemetry: true },
  typescript: { reactDocgen: 'react-docgen' },
  viteFinal: (config) => ({
    ...config,
    plugins: [...(config.plugins ?? []), tailwindcss()], // for the Tailwind recipe
    resolve: { ...config.resolve, tsconfigPaths: true }, // imports of the package resolve to its source
    build: {
      ...config.build,
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'], // they support light-dark(), which is rewritten for older browsers
      chunkSizeWarningLimit: 1500, // the large chunks are Storybook's: its blocks, its preview, axe
      rolldownOptions: { ...config.build?.rolldownOptions, checks: { pluginTimings: false } },
    },
  }),
} satisfies StorybookConfig;
