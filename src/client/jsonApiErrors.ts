import type { JsonApiError } from './PayError.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The members of `value` named in `names` that are strings, or undefined if there is none. */
function pickStrings(value: unknown, ...names: string[]): Record<string, string> | undefined {
  if (!isObject(value)) return undefined;
  const entries = names.flatMap((name) => {
    const member = Object.hasOwn(value, name) ? value[name] : undefined;
    return typeof member === 'string' ? [[name, member] as const] : [];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/**
 * The errors of a JSON:API body, with the documented members only, each of its documented type. Whatever else the body
 * is (empty, HTML, cut off), the answer is `[]`: gateways in front of the API answer with their own pages.
 */
export function parseJsonApiErrors(text: string): JsonApiError[] {
  let errors: unknown;
  try {
    ({ errors } = JSON.parse(text));
  } catch {
    return [];
  }
  if (!Array.isArray(errors)) return [];
  return errors.flatMap((error: unknown) => {
    if (!isObject(error)) return [];
    const links = pickStrings(error['links'], 'about');
    const source = pickStrings(error['source'], 'pointer', 'parameter');
    const parsed: JsonApiError = {
      ...pickStrings(error, 'id', 'status', 'code', 'title', 'detail'),
      ...(links && { links }),
      ...(source && { source }),
      ...(isObject(error['meta']) && { meta: error['meta'] }),
    };
    return Object.keys(parsed).length > 0 ? [parsed] : [];
  });
}
