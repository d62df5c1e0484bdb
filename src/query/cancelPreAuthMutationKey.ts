/** The key of all cancellations in a `MutationCache`. The transaction's ID is in the `variables` of each. */
export const cancelPreAuthMutationKey = ['pace', 'pay', 'cancelPreAuth'] as const;

/** The argument of a `predicate` in TanStack Query's filters. */
interface FoundMutation {
  state: { variables: unknown };
}

/** A `predicate` for the cancellations of one transaction. */
export const isOfTransaction =
  (transactionId: string) =>
  ({ state: { variables } }: FoundMutation): boolean =>
    typeof variables === 'object' && variables !== null && 'transactionId' in variables
      ? variables.transactionId === transactionId
      : false;
