import { createPayClient, payEnvironments } from 'react-cancel-preauth/client';

const response = new Response(null, { status: 204 });
const stub = (_url: string | URL | Request, _init?: RequestInit) => Promise.resolve(response);

const client = createPayClient({ accessToken: 'token', fetch: stub });

const transactionId = '6a6e1ac3-5e0b-4a4e-9a77-58bd0a8c3c0a';

async function cancelWithBareFetch(): Promise<void> {
  const { status } = await stub(
    `${payEnvironments.production}/transactions/${encodeURIComponent(transactionId)}/cancel`,
    {
      method: 'POST',
      headers: new Headers({ Accept: 'application/vnd.api+json', Authorization: 'Bearer token' }),
      redirect: 'manual',
    },
  );
  if (status !== 204) throw new Error('The cancellation is not confirmed.');
}

const cancelWithClient = () => client.cancelPreAuth({ transactionId });

const callsPerBatch = 200;

/** The time of a call in µs, the mean of a batch. */
async function timeBatch(cancel: () => Promise<void>): Promise<number> {
  const start = performance.now();
  for (let call = 0; call < callsPerBatch; call++) await cancel();
  return ((performance.now() - start) * 1000) / callsPerBatch;
}

export interface StubTimes {
  client: number;
  bareFetch: number;
}

/** Pairs of batches, one right after the other, in either order in turn. Both have run before. */
export async function measure(pairs: number): Promise<StubTimes[]> {
  const times: StubTimes[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    const isClientFirst = pair % 2 === 0;
    const first = await timeBatch(isClientFirst ? cancelWithClient : cancelWithBareFetch);
    const second = await timeBatch(isClientFirst ? cancelWithBareFetch : cancelWithClient);
    times.push(isClientFirst ? { client: first, bareFetch: second } : { client: second, bareFetch: first });
  }
  return times;
}
