import { createPaySandbox } from 'react-cancel-preauth/sandbox';

export const POST = createPaySandbox().fetch;
