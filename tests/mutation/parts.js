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
 * @returns {Tests[]}
 */
const ofClient = (names) => [
  { project: 'unit', files: [`tests/unit/client/{${names}}.test.ts`] },
  { project: 'properties', files: ['tests/properties/client.test.ts'] },
];

/**
 * @param {string} names
 * @param {string} [properties]
 * @returns {Tests[]}
 */
const ofDialog = (names, properties) => [
  {
    project: 'unit',
    files: ['tests/unit/{Cancellation,CancelPayment,CancelPaymentButton,hooks,outcomes,server}.test.{ts,tsx}'],
  },
  { project: 'browser', files: [`tests/browser/{${names}}.test.tsx`] },
  ...(properties ? [{ project: /** @type {const} */ ('properties'), files: [`tests/properties/${properties}`] }] : []),
];

/** @type {readonly Part[]} */
export const parts = [
  {
    name: 'requests',
    modules: ['PayError', 'createPayClient', 'isTransactionId', 'resolveBaseUrl'],
    tests: ofClient('accessToken,answers,baseUrl,errors,request,retries,sharing,timeout,transactionId'),
  },
  {
    name: 'responses',
    modules: ['parseJsonApiErrors', 'toPayError'],
    tests: ofClient('answers,errors,request,timeout'),
  },
  {
    name: 'tokens',
    modules: ['accessTokens', 'isOffline'],
    tests: ofClient('accessToken,refreshSharing,retries,timeout,tokenFailures'),
  },
  {
    name: 'calls',
    modules: ['onAbort', 'singleFlight', 'startDeadline', 'withRetries'],
    tests: ofClient('abort,request,retries,sharing,timeout'),
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
    tests: ofDialog('joining,pending,recovery', 'Cancellation.test.ts'),
  },
  {
    name: 'root',
    modules: ['CancelPaymentContext', 'CancelPaymentDialog', 'CancelPaymentRoot', 'useSecondsUntil', 'useShownState'],
    tests: ofDialog('joining,outcome,pending', 'button.test.tsx'),
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
    tests: ofDialog('keys,languages,pending,speech,translation'),
  },
  {
    name: 'place',
    modules: ['Layer', 'findContainer', 'insertWithoutShift', 'protectBody', 'treeOf', 'useHiddenHandler', 'useLayer'],
    tests: ofDialog('embedding,layer,taps'),
  },
  {
    name: 'focus',
    modules: ['getOpener', 'returnFocus', 'useFocusReturn'],
    tests: ofDialog('embedding,focus'),
  },
  {
    name: 'keys',
    modules: ['captureKeys', 'stopReactPropagation', 'useCloseWatcher', 'useModalKeys'],
    tests: ofDialog('embedding,keys,pending'),
  },
  {
    name: 'announcements',
    modules: ['announcer', 'useAnnouncer', 'useLiveRegion'],
    tests: ofDialog('joining,speech'),
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
    tests: ofDialog('keys,languages,translation'),
  },
  {
    name: 'button',
    modules: ['CancelPaymentButton', 'loadDialog', 'retryImport'],
    tests: [
      { project: 'unit', files: ['tests/unit/{CancelPaymentButton,outcomes,retryImport,server}.test.{ts,tsx}'] },
      { project: 'browser', files: ['tests/browser/{chunk,focus,languages}.test.tsx'] },
    ],
  },
];
