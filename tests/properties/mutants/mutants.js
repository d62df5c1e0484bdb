import { clientMutants } from './clientMutants.js';
import { dialogMutants } from './dialogMutants.js';

export const mutants = [...clientMutants, ...dialogMutants];
