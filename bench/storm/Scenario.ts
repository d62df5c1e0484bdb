/** How the clients' first attempts are distributed. */
export type Arrival =
  /** Each client starts in the same instant, this long after the outage began, in ms. */
  | { kind: 'together'; after: number }
  /** The clients start at random times over this many ms, the outage beginning after a fifth of them. */
  | { kind: 'steady'; duration: number };

/** What a request gets during the outage: a response with the status 503, or none. */
export type Failure = '503' | 'network-error';

export interface Scenario {
  clients: number;
  arrival: Arrival;
  failure: Failure;
  /** In ms. */
  outage: number;
  /** Requests per second. */
  capacity: number;
  /** Automatic retries of one call. */
  retry: number;
  seed: number;
}
