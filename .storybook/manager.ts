import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming';

/** The colors of the dialog, in `src/styles.css`. */
const shared = {
  brandTitle: 'react-cancel-preauth',
  brandUrl: './',
  brandTarget: '_self',
  fontBase: '"Inter Variable", system-ui, sans-serif',
  appBorderRadius: 10,
  inputBorderRadius: 10,
} as const;

const light = create({
  ...shared,
  base: 'light',
  colorPrimary: '#c8223c',
  colorSecondary: '#4f46e5',
  appBg: '#f1f3f8',
  appBorderColor: '#e1e5ee',
  textColor: '#1a1f36',
  barSelectedColor: '#4f46e5',
  barHoverColor: '#4f46e5',
});

const dark = create({
  ...shared,
  base: 'dark',
  colorPrimary: '#ff6b7d',
  colorSecondary: '#8b93ff',
  appBg: '#0e1016',
  appContentBg: '#1b1e26',
  appPreviewBg: '#1b1e26',
  appBorderColor: '#2b3040',
  barBg: '#1b1e26',
  textColor: '#f2f4f8',
  barSelectedColor: '#8b93ff',
  barHoverColor: '#8b93ff',
});

addons.setConfig({ theme: matchMedia('(prefers-color-scheme: dark)').matches ? dark : light });

/** Storybook appends its own name to the title of the page. */
function shortenTitle(): void {
  const title = document.title.replace(/ ⋅ Storybook$/, ' – react-cancel-preauth');
  if (title !== document.title) document.title = title;
}

const titleElement = document.querySelector('title');
if (titleElement) new MutationObserver(shortenTitle).observe(titleElement, { childList: true });
shortenTitle();
