/** Modules that a page with the button loads initially. The dialog's chunk does not include them. */
const firstLoad = [
  '../client/*',
  '../hooks/PayProvider.js',
  '../hooks/translatable.js',
  '../hooks/listenToKeys.js',
  '../hooks/useMergedRefs.js',
  '../hooks/useOpenTransaction.js',
  './enButton.js',
];

const leaveOut = (paths) => (config) => ({ ...config, external: [...config.external, ...paths] });

// Sizes are minified and compressed, without the peers.
export default [
  { name: 'client', path: 'dist/client.js', limit: '4.9 kB', gzip: true },
  {
    name: 'button, provider and client, on first load',
    path: 'dist/index.js',
    import: '{ CancelPaymentButton, PayProvider, createPayClient }',
    modifyEsbuildConfig: leaveOut(['../dialog/*']),
    limit: '6.9 kB',
    gzip: true,
  },
  {
    name: 'dialog chunk, with Radix',
    path: 'dist/dialog/CancelPaymentDialog.js',
    import: '{ CancelPaymentDialogWithTrigger, MoveFocusOnRemoval }',
    modifyEsbuildConfig: leaveOut(firstLoad),
    limit: '23.8 kB',
    gzip: true,
  },
  {
    name: 'the part of the dialog chunk that is Radix',
    path: 'node_modules/@radix-ui/react-alert-dialog/dist/index.mjs',
    import: {
      'node_modules/@radix-ui/react-alert-dialog/dist/index.mjs':
        '{ Root, Trigger, Portal, Overlay, Content, Title, Description, Action, Cancel }',
      'node_modules/get-nonce/dist/es2015/index.js': '{ setNonce }',
    },
    gzip: true,
  },
  { name: 'hooks', path: 'dist/hooks.js', limit: '1 kB', gzip: true },
  {
    name: 'the largest language, Arabic',
    path: 'dist/messages/ar.js',
    // As Vite, Rollup and Rolldown write it. esbuild escapes other letters than ASCII unless it is told not to.
    modifyEsbuildConfig: (config) => ({ ...config, charset: 'utf8' }),
    limit: '1.2 kB',
    gzip: true,
  },
  { name: 'styles', path: 'dist/styles.css', limit: '2.5 kB', gzip: true },
];
