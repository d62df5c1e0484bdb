/**
 * A part of the source, and the tests that have to find mistakes in it.
 *
 * @typedef {object} Part
 * @property {string} name
 * @property {readonly string[]} modules names of files in the folders of `src`
 * @property {readonly Tests[]} tests in this order: each only gets the mutants that those before it have not found
 */

/** @typedef {{ project: 'unit' | 'properties' | 'browser', files: readonly string[] }} Tests */

/**
 * @param {...string} names
 * @returns {Tests}
 */
const ofClient = (...names) => ({ project: 'unit', files: names.map((name) => `tests/unit/client/${name}.test.ts`) });

/**
 * @param {...string} names
 * @returns {Tests}
 */
const inNode = (...names) => ({ project: 'unit', files: names.map((name) => `tests/unit/${name}.test.{ts,tsx}`) });

/**
 * @param {...string} names
 * @returns {Tests}
 */
const inBrowser = (...names) => ({ project: 'browser', files: names.map((name) => `tests/browser/${name}.test.tsx`) });

/**
 * @param {string} file
 * @returns {Tests}
 */
const ofProperties = (file) => ({ project: 'properties', files: [`tests/properties/${file}`] });

/** @type {readonly Part[]} */
export const parts = [
  {
    name: 'requests',
    modules: ['PayError', 'createPayClient', 'isTransactionId', 'resolveBaseUrl'],
    tests: [
      ofClient(
        'accessToken',
        'answers',
        'baseUrl',
        'errors',
        'request',
        'retries',
        'sharing',
        'timeout',
        'transactionId',
      ),
      ofProperties('client.test.ts'),
    ],
  },
  {
    name: 'responses',
    modules: ['parseJsonApiErrors', 'toPayError'],
    tests: [ofClient('answers', 'errors', 'request', 'timeout')],
  },
  {
    name: 'tokens',
    modules: ['accessTokens', 'isOffline'],
    tests: [
      ofClient('accessToken', 'refreshSharing', 'retries', 'timeout', 'tokenFailures'),
      ofProperties('client.test.ts'),
    ],
  },
  {
    name: 'calls',
    modules: ['onAbort', 'singleFlight', 'startDeadline', 'withRetries'],
    tests: [ofClient('abort', 'leaving', 'request', 'retries', 'sharing', 'timeout'), ofProperties('client.test.ts')],
  },
  {
    name: 'query',
    modules: ['cancelPreAuthMutationKey', 'cancelPreAuthMutationOptions', 'requestsInFlight'],
    tests: [inNode('Cancellation', 'cancelPreAuthMutationOptions', 'hooks')],
  },
  {
    name: 'messages',
    modules: ['CancelPaymentMessages', 'directionOf', 'enButton', 'loadMessages'],
    tests: [inNode('directionOf', 'loadMessages', 'messages')],
  },
  {
    name: 'sandbox',
    modules: ['createPaySandbox'],
    tests: [inNode('sandbox', 'servePaySandbox')],
  },
  {
    name: 'hooks',
    modules: [
      'PayProvider',
      'translatable',
      'useCancelPreAuth',
      'useIsCancelingPreAuth',
      'useIsomorphicLayoutEffect',
      'useMergedRefs',
      'useOpenTransaction',
    ],
    tests: [inNode('CancelPayment', 'CancelPaymentButton', 'hooks', 'server'), inBrowser('languages', 'translation')],
  },
  {
    name: 'cancellation',
    modules: ['Cancellation'],
    tests: [inNode('Cancellation'), ofProperties('Cancellation.test.ts')],
  },
  {
    name: 'attempt',
    modules: ['callHandler', 'confirmActionOf', 'errorActions', 'formatAmount', 'mirrorRequest'],
    tests: [inNode('Cancellation', 'CancelPayment', 'outcomes'), inBrowser('joining', 'recovery')],
  },
  {
    name: 'root',
    modules: ['CancelPaymentRoot'],
    tests: [
      inNode('CancelPayment', 'CancelPaymentButton', 'outcomes'),
      inBrowser('joining', 'pending'),
      ofProperties('button.test.tsx'),
    ],
  },
  {
    name: 'state',
    modules: ['CancelPaymentContext', 'CancelPaymentDialog', 'useSecondsUntil', 'useShownState'],
    tests: [inNode('CancelPayment', 'CancelPaymentButton', 'outcomes'), inBrowser('pending', 'recovery')],
  },
  {
    name: 'buttons',
    modules: ['CancelPaymentConfirm', 'CancelPaymentKeep', 'CancelPaymentTrigger', 'Part', 'partChildren'],
    tests: [inNode('CancelPayment', 'outcomes'), inBrowser('keys', 'pending', 'translation')],
  },
  {
    name: 'content',
    modules: [
      'CancelPaymentContent',
      'CancelPaymentDescription',
      'CancelPaymentError',
      'CancelPaymentOverlay',
      'CancelPaymentPortal',
      'CancelPaymentTitle',
    ],
    tests: [inNode('CancelPayment', 'outcomes'), inBrowser('keys', 'languages', 'speech')],
  },
  {
    name: 'announcements',
    modules: ['announcer', 'useAnnouncer', 'useLiveRegion'],
    tests: [inBrowser('announcements', 'joining', 'layer', 'speech')],
  },
  {
    name: 'layer',
    modules: ['Layer', 'insertWithoutShift', 'useLayer'],
    tests: [inBrowser('layer', 'taps')],
  },
  {
    name: 'container',
    modules: ['findContainer', 'treeOf'],
    tests: [inBrowser('embedding')],
  },
  {
    name: 'page',
    modules: ['protectBody', 'useHiddenHandler'],
    tests: [inBrowser('embedding', 'layer')],
  },
  {
    name: 'origin',
    modules: ['MoveFocusOnRemoval', 'getOpener', 'returnFocus'],
    tests: [inBrowser('focus')],
  },
  {
    name: 'focus',
    modules: ['useFocusReturn'],
    tests: [inBrowser('focus')],
  },
  {
    name: 'keys',
    modules: ['captureKeys', 'listenToKeys', 'stopReactPropagation', 'useCloseWatcher', 'useModalKeys'],
    tests: [inNode('CancelPayment', 'CancelPaymentButton', 'outcomes'), inBrowser('keys', 'pending')],
  },
  {
    name: 'button',
    modules: ['CancelPaymentButton', 'loadDialog', 'retryImport'],
    tests: [inNode('CancelPaymentButton', 'retryImport', 'server'), inBrowser('chunk', 'languages')],
  },
];
