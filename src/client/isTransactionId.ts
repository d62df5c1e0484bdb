// An id becomes one segment of the path. `encodeURIComponent('..')` is `..`, so encoding alone does not keep it there.
const unsafe = /^\.{0,2}$|[/\\?#%\s\p{Cc}\p{Cf}\p{Cs}]/u;

/** Whether `id` can be sent as one path segment: no dots alone, no `/ \ ? # %`, white space, control or format characters. */
export function isTransactionId(id: unknown): id is string {
  return typeof id === 'string' && !unsafe.test(id);
}
