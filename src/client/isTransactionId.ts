// An ID becomes one path segment. Encoding alone does not ensure that: `encodeURIComponent('..')` is `..`.
const unsafe = /^\.{0,2}$|[/\\?#%\s\p{Cc}\p{Cf}\p{Cs}]/u;

/**
 * Whether `id` is safe as one path segment: not empty, `.` or `..`, and without `/ \ ? # %`, white space and invisible
 * characters.
 */
export function isTransactionId(id: unknown): id is string {
  return typeof id === 'string' && !unsafe.test(id);
}
