/** Modules that a page with the button loads initially. The dialog's chunk does not include them. */
const first = [
  '../client/*',
  '../hooks/PayProvider.js',
  '../hooks/useIsomorphicLayoutEffect.js',
  '../hooks/useOwnRef.js',
  '../messages/enButton.js',
  './enButton.js',
];

const leaveOut = (paths) => (config) => ({ ...config, external: [...config.external, ...paths] });

export default [
  { name: 'client', path: 'dist/client.js', limit: '3.1 kB', gzip: true },
  {
    name: 'button, provider and client, at first',
    path: 'dist/index.js',
    import: '{ CancelPaymentButton, PayProvider, createPayClient }',
    modifyEsbuildConfig: leaveOut(['../dialog/CancelPaymentDialog.js']),
    limit: '4.4 kB',
    gzip: true,
  },
  {
    name: 'dialog chunk, with Radix',
    path: 'dist/dialog/CancelPaymentDialog.js',
    import: '{ AttachedCancelPaymentDialog, rescueFocus }',
    modifyEsbuildConfig: leaveOut(first),
    limit: '19.3 kB',
    gzip: true,
  },
  { name: 'styles', path: 'dist/styles.css', limit: '2 kB', gzip: true },
];
