/** An app that the checkout is built in. It consists of `checkout`, its `example`, and the files in `apps/{app}`. */
export interface Consumer {
  /** As the documentation calls it. */
  title: string;
  app?: string;
  /** An example of the package that the app extends, or is. */
  example?: 'next' | 'vite';
  /** The packages whose versions the documentation names. */
  packages: readonly string[];
  /** Whether it has the lowest versions of the package's peers and dependencies. */
  isLowest?: boolean;
  /** What builds it for production, into `dist`. The first word is the command of a package. */
  build: string;
  /** A framework's server for what was built, on 127.0.0.1 and `$PORT`. */
  server?: string;
  /** Its server for development. */
  development?: string;
  /** The path of the checkout. Default: `/`. */
  path?: string;
  /** Whether what an `import()` reaches is in the first file, too, where it runs later. */
  hasOneFile?: boolean;
}
