import { MutationObserver, type QueryClient } from '@tanstack/react-query';
import type { CancelPreAuthParameters, PayClient } from '../client/createPayClient.ts';
import type { PayError } from '../client/PayError.ts';
import { cancelPreAuthMutationOptions } from '../query/cancelPreAuthMutationOptions.ts';
import { reportUncaught } from './callHandler.ts';

interface MirrorOptions {
  variables: CancelPreAuthParameters;
  client: PayClient;
  queryClient: QueryClient;
}

/** Mirrors the request in a mutation, for the app's `MutationCache`, `useIsCancelingPreAuth` and the devtools. */
export function mirrorRequest(request: Promise<void>, { variables, client, queryClient }: MirrorOptions): void {
  const options = { ...cancelPreAuthMutationOptions(client), mutationFn: () => request };
  const observer = new MutationObserver<void, PayError, CancelPreAuthParameters>(queryClient, options);
  void Promise.allSettled([request, observer.mutate(variables)]).then(([sent, mutated]) => {
    const isOwn = sent.status === 'rejected' && mutated.status === 'rejected' && sent.reason === mutated.reason;
    if (mutated.status === 'rejected' && !isOwn) reportUncaught(mutated.reason); // an app-wide callback threw it
    observer.reset(); // or the mutation would stay in the cache forever
  });
}
