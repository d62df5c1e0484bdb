import { bucket, type Outcome } from './simulate.ts';

export interface Measures {
  /** Sent from start to end. */
  requests: number;
  /** The most requests in 100 ms and in 1 s after the recovery. */
  peaks: { short: number; long: number };
  confirmedByFirstCall: number;
  /** In seconds from the recovery, until 99 % of the clients had their cancellation. */
  served: number;
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

/** What the outcome of a simulation means for the server and for the clients. */
export function measure({ perBucket, confirmedPerBucket, confirmedByFirstCall, recovery }: Outcome): Measures {
  const after = perBucket.slice(recovery / bucket);
  const perSecond = after.map((_, index) => sum(after.slice(index, index + 1000 / bucket)));
  const target = sum(confirmedPerBucket) * 0.99;
  let confirmed = 0;
  const last = confirmedPerBucket.findIndex((count) => {
    confirmed += count;
    return confirmed >= target;
  });
  return {
    requests: sum(perBucket),
    peaks: { short: Math.max(...after), long: Math.max(...perSecond) },
    confirmedByFirstCall,
    served: ((last + 1) * bucket - recovery) / 1000,
  };
}
