/** @import { Mutant } from './mutateSource.js' */

/**
 * Ten mistakes that a change of `src/client` could make.
 *
 * @type {readonly Mutant[]}
 */
export const clientMutants = [
  {
    name: 'any 2xx is a success',
    file: 'src/client/createPayClient.ts',
    search: 'response.status === 204 && !response.redirected',
    replacement: 'response.ok && !response.redirected',
  },
  {
    name: 'a 204 from where a redirect led is a success',
    file: 'src/client/createPayClient.ts',
    search: 'response.status === 204 && !response.redirected',
    replacement: 'response.status === 204',
  },
  {
    name: 'calls for one transaction do not share a request',
    file: 'src/client/singleFlight.ts',
    search: 'calls.get(key) ?? start(key)',
    replacement: 'start(key)',
  },
  {
    name: 'one caller who aborts ends the call for all',
    file: 'src/client/singleFlight.ts',
    search: 'if (waiting > 0 || isHeld) return;',
    replacement: 'if (isHeld) return;',
  },
  {
    name: 'a request in flight cannot be joined once its caller has aborted',
    file: 'src/client/singleFlight.ts',
    search: 'isHeld = true;',
    replacement: 'isHeld = false;',
  },
  {
    name: 'aborting rejects with an error instead of the reason',
    file: 'src/client/singleFlight.ts',
    search: 'reject(reasonOf(signal));',
    replacement: "reject(new Error('aborted'));",
  },
  {
    name: 'the deadline stops while the device sleeps',
    file: 'src/client/startDeadline.ts',
    search: 'isOver ? 0 : end - Date.now()',
    replacement: 'isOver ? 0 : timeout',
  },
  {
    name: 'a 401 to a request with a refreshed token refreshes again',
    file: 'src/client/accessTokens.ts',
    search: 'isReplayed = true;',
    replacement: 'isReplayed = false;',
  },
  {
    name: 'waiting calls each refresh the token',
    file: 'src/client/accessTokens.ts',
    search: '(refreshing ??= startRefresh())',
    replacement: 'startRefresh()',
  },
  {
    name: 'a retry does not wait as long as the server asks',
    file: 'src/client/withRetries.ts',
    search: 'return minimum + Math.random()',
    replacement: 'return Math.random()',
  },
];
