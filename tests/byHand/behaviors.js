/**
 * What a user or an app notices, and the tests that measure it: files in `tests/browser`, each with the titles of its tests.
 * Only tests of behavior that does not depend on styles, languages or options of the package, and only in rows with
 * `isOfTexts` on the titles and labels after an error.
 *
 * @type {readonly { name: string, tests: Readonly<Record<string, RegExp>>, isOfTexts?: boolean }[]}
 */
export const behaviors = [
  {
    name: 'The first focus is on “Keep payment”, and a second Enter keeps the payment',
    tests: { 'wcag/keyboard': /^3\.3\.4|^2\.4\.3.* open: Keep payment$/ },
  },
  {
    name: 'Tab stays in the dialog; Escape closes it and returns focus',
    tests: { 'focus': /^(?:Escape closes|Tab and Shift)/, 'wcag/keyboard': /^2\.1\.2.*: Tab stays/ },
  },
  {
    name: 'Receiving focus, single keys, and a press that is released elsewhere do nothing',
    tests: { 'wcag/keyboard': /^(?:2\.1\.4|2\.5\.2|3\.2\.1)/ },
  },
  { name: 'The question and an error stay until the user acts', tests: { 'wcag/keyboard': /^2\.2\.1/ } },
  {
    name: 'A press on Confirm in the moment of success sends nothing',
    tests: { states: /^in the moment of success/ },
  },
  {
    name: 'Two clicks at the same time, a double click, and an Enter key that is held down send one request',
    tests: { pending: /^one request is sent for (?:two clicks|a double|an Enter)/ },
  },
  {
    name: 'While a request is in flight, the dialog stays, and focus is not lost',
    tests: {
      'pending': /the dialog stays open(?:: Escape|, and keeps focus)|^one request is sent when Escape/,
      'wcag/keyboard': /^2\.4\.3.* pending/,
    },
  },
  {
    name: 'After a cancellation, focus is on the button, and nothing else is left on the page',
    tests: {
      'lifecycle': /^no residue stays on the page.* after a cancellation/,
      'wcag/keyboard': /^2\.4\.3.* canceled/,
    },
  },
  {
    name: 'If the button is removed with its row, focus moves to what is left',
    tests: { focus: /^focus (?:moves to the section|skips a section|stays where the app)/ },
  },
  {
    name: 'A button that is rendered again shows the cancellation that is in flight',
    tests: { joining: /^a button that is mounted again|^it shows how that ended/ },
  },
  {
    name: 'The state of a payment is never shown for another one',
    tests: { joining: /^a cancellation of another transaction/, lifecycle: /^another transactionId,/ },
  },
  {
    name: 'The title says what is known: not confirmed, one more step, can’t be canceled',
    isOfTexts: true,
    tests: { states: /^the title says where things stand/ },
  },
  { name: 'A final error offers only Close', isOfTexts: true, tests: { outcome: /a final error offers only Close/ } },
  {
    name: 'After a 429, “Try again” waits as long as the server asks',
    tests: { states: /^after rate-limited, "Try again"/ },
  },
  {
    name: 'The user can sign in or link an account, for which the dialog leaves the page',
    isOfTexts: true,
    tests: { recovery: /./, outcome: /offers the action of on/ },
  },
  {
    name: 'Success is announced outside of the dialog',
    tests: {
      announcements: /./,
      layer: /does not take the announcement with it$/,
    },
  },
  {
    name: 'While the dialog closes, its text does not change, and its buttons do nothing',
    tests: { outcome: /^the text does not change while/, states: /^while the dialog closes/ },
  },
  {
    name: 'A double tap only opens the dialog, and further taps press nothing beneath it',
    tests: { taps: /./ },
  },
  { name: 'The back gesture of Android closes the dialog', tests: { keys: /^a close request of the browser/ } },
  {
    name: 'Handlers of the page and of the row around the button receive no keys and clicks of the dialog',
    tests: { keys: /^listeners of the page/, embedding: /^around the button a link/ },
  },
  {
    name: 'Inside another dialog, only the inner one closes, and focus returns to its button',
    tests: { embedding: /^in another dialog/ },
  },
  {
    name: 'The dialog is part of the modal around its button: it goes with it, and moves nothing in it',
    tests: { layer: /^a modal around the open dialog that the app (?!removes on success)/ },
  },
  {
    name: 'The page does not move or scroll when the dialog opens and closes',
    tests: { layer: /^the page (?:does not|scrolls|with)/ },
  },
  {
    name: 'Another copy of Radix may be open at the same time',
    tests: { layer: /^the page (?:still ignores|that another copy)/ },
  },
  {
    name: 'The state outlives being hidden by React’s `<Activity>`',
    tests: { lifecycle: /^CancelPaymentButton hidden by <Activity>/ },
  },
];
