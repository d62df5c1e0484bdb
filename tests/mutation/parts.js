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
 * @param {string} names
 * @returns {Tests}
 */
const ofClient = (names) => ({ project: 'unit', files: [`tests/unit/client/{${names}}.test.ts`] });

/** @type {Tests} */
const ofComponents = {
  project: 'unit',
  files: ['tests/unit/{Cancellation,CancelPayment,CancelPaymentButton,hooks,outcomes,server}.test.{ts,tsx}'],
};

/**
 * @param {string} names
 * @returns {Tests}
 */
const inBrowser = (names) => ({ project: 'browser', files: [`tests/browser/{${names}}.test.tsx`] });

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
      ofClient('accessToken,answers,baseUrl,errors,request,retries,sharing,timeout,transactionId'),
      ofProperties('client.test.ts'),
    ],
  },
  {
    name: 'responses',
    modules: ['parseJsonApiErrors', 'toPayError'],
    tests: [ofClient('answers,errors,request,timeout')],
  },
  {
    name: 'tokens',
    modules: ['accessTokens', 'isOffline'],
    tests: [ofClient('accessToken,refreshSharing,retries,timeout,tokenFailures'), ofProperties('client.test.ts')],
  },
  {
    name: 'calls',
    modules: ['onAbort', 'singleFlight', 'startDeadline', 'withRetries'],
    tests: [ofClient('abort,request,retries,sharing,timeout'), ofProperties('client.test.ts')],
  },
  {
    name: 'query',
    modules: ['cancelPreAuthMutationKey', 'cancelPreAuthMutationOptions', 'requestsInFlight'],
    tests: [{ project: 'unit', files: ['tests/unit/{Cancellation,cancelPreAuthMutationOptions,hooks}.test.{ts,tsx}'] }],
  },
  {
    name: 'messages',
    modules: ['CancelPaymentMessages', 'directionOf', 'enButton', 'loadMessages'],
    tests: [{ project: 'unit', files: ['tests/unit/{directionOf,loadMessages,messages}.test.ts'] }],
  },
  {
    name: 'sandbox',
    modules: ['createPaySandbox'],
    tests: [{ project: 'unit', files: ['tests/unit/{sandbox,servePaySandbox}.test.ts'] }],
  },
  {
    name: 'attempt',
    modules: ['Cancellation', 'callHandler', 'confirmActionOf', 'errorActions', 'formatAmount', 'mirrorRequest'],
    tests: [ofComponents, inBrowser('joining,pending,recovery'), ofProperties('Cancellation.test.ts')],
  },
  {
    name: 'root',
    modules: ['CancelPaymentContext', 'CancelPaymentDialog', 'CancelPaymentRoot', 'useSecondsUntil', 'useShownState'],
    tests: [ofComponents, inBrowser('joining,outcome,pending'), ofProperties('button.test.tsx')],
  },
  {
    name: 'parts',
    modules: [
      'CancelPaymentConfirm',
      'CancelPaymentContent',
      'CancelPaymentDescription',
      'CancelPaymentError',
      'CancelPaymentKeep',
      'CancelPaymentOverlay',
      'CancelPaymentPortal',
      'CancelPaymentTitle',
      'CancelPaymentTrigger',
      'Part',
      'partChildren',
    ],
    tests: [ofComponents, inBrowser('keys,languages,pending,speech,translation')],
  },
  {
    name: 'place',
    modules: ['Layer', 'findContainer', 'insertWithoutShift', 'protectBody', 'treeOf', 'useHiddenHandler', 'useLayer'],
    tests: [ofComponents, inBrowser('embedding,layer,taps')],
  },
  {
    name: 'focus',
    modules: ['getOpener', 'returnFocus', 'useFocusReturn'],
    tests: [ofComponents, inBrowser('embedding,focus')],
  },
  {
    name: 'keys',
    modules: ['captureKeys', 'stopReactPropagation', 'useCloseWatcher', 'useModalKeys'],
    tests: [ofComponents, inBrowser('embedding,keys,pending')],
  },
  {
    name: 'announcements',
    modules: ['announcer', 'useAnnouncer', 'useLiveRegion'],
    tests: [ofComponents, inBrowser('joining,speech')],
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
    tests: [ofComponents, inBrowser('keys,languages,translation')],
  },
  {
    name: 'button',
    modules: ['CancelPaymentButton', 'loadDialog', 'retryImport'],
    tests: [
      { project: 'unit', files: ['tests/unit/{CancelPaymentButton,outcomes,retryImport,server}.test.{ts,tsx}'] },
      inBrowser('chunk,focus,languages'),
    ],
  },
];
