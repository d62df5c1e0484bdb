export { createPaySandbox, sandboxTransactions, type PaySandbox } from './sandbox/createPaySandbox.ts';
