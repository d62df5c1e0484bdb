import { createCancel as cancelWithAxios } from './axios.ts';
import { createCancel as cancelByHand } from './byHand.ts';
import { headers, type CreateCancel } from './CreateCancel.ts';
import { createCancel as cancelWithKy } from './ky.ts';
import { createCancel as cancelWithOfetch } from './ofetch.ts';
import { createCancel as cancelWithOpenapiFetch } from './openapiFetch.ts';
import { createCancel as cancelWithPackage } from './package.ts';

/** No limit, no retries, and any response will do. */
const cancelWithBareFetch: CreateCancel = (baseUrl) => async (transactionId) => {
  await fetch(`${baseUrl}/transactions/${encodeURIComponent(transactionId)}/cancel`, { method: 'POST', headers });
};

const clients: Readonly<Record<string, CreateCancel>> = {
  'this package': cancelWithPackage,
  'bare fetch': cancelWithBareFetch,
  'fetch by hand': cancelByHand,
  'openapi-fetch': cancelWithOpenapiFetch,
  'ofetch': cancelWithOfetch,
  'ky': cancelWithKy,
  'axios': cancelWithAxios,
};

function shuffle<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, key: Math.random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

/** Rounds of one request with each client, one after the other in random order. The times are in µs, by client. */
export async function measure(baseUrl: string, rounds: number): Promise<Record<string, number>[]> {
  const calls = Object.entries(clients).map(([name, createCancel]) => ({ name, cancel: createCancel(baseUrl) }));
  const times: Record<string, number>[] = [];
  for (let round = 0; round < rounds; round++) {
    const byClient: Record<string, number> = {};
    for (const { name, cancel } of shuffle(calls)) {
      const start = performance.now();
      await cancel('6a6e1ac3-5e0b-4a4e-9a77-58bd0a8c3c0a');
      byClient[name] = (performance.now() - start) * 1000;
    }
    times.push(byClient);
  }
  return times;
}
