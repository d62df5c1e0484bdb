import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming';

addons.setConfig({
  // The colors of the dialog. Light, as the pages of the docs are.
  theme: create({
    base: 'light',
    brandTitle: 'react-cancel-preauth',
    brandUrl: './',
    brandTarget: '_self',
    appBorderRadius: 10,
    inputBorderRadius: 10,
    colorPrimary: '#c8223c',
    colorSecondary: '#4f46e5',
    appBg: '#f1f3f8',
    appBorderColor: '#e1e5ee',
    textColor: '#1a1f36',
    barSelectedColor: '#4f46e5',
    barHoverColor: '#4f46e5',
  }),
});

/** Storybook appends its own name to the title of the page. */
function replaceName(): void {
  const title = document.title.replace(/( ⋅ )?Storybook$/, ' – react-cancel-preauth');
  if (title !== document.title) document.title = title;
}

const titleElement = document.querySelector('title');
if (titleElement) new MutationObserver(replaceName).observe(titleElement, { childList: true });
replaceName();
