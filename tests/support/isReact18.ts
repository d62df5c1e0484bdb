import { version } from 'react';

/** `npm run test:react-18` installs it. */
export const isReact18 = version.startsWith('18.');
