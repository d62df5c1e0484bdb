interface ImportMetaEnv {
  /** Base URL of PACE Pay; `npm start` sets it to that of the sandbox server. */
  readonly VITE_PAY_BASE_URL: string;
}
