/**
 * An in-memory PACE Pay for previews, tests and demos.
 *
 * @module react-cancel-preauth/sandbox
 */
export { createPaySandbox, sandboxTransactions, type PaySandbox } from './sandbox/createPaySandbox.ts';
