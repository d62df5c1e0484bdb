import type { JsonApiError } from './PayError.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The members of `value` named in `names` that are strings, or undefined if there are none. */
function pickStrings(value: unknown, ...names: string[]): Record<string, string> | undefined {
  if (!isObject(value)) return undefined;
  const entries = names.flatMap((name) => {
    const member = value[name];
    return typeof member === 'string' ? [[name, member] as const] : [];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/**
 * `JSON.parse` accepts any depth, but `JSON.stringify` overflows the stack, so a deep value could break an app's error
 * report.
 */
function isShallow(value: unknown, levels = 100): boolean {
  return (
    typeof value !== 'object' || !value || (levels > 0 && Object.values(value).every((v) => isShallow(v, levels - 1)))
  );
}

/** Returns `[]` for an error without any documented member, so that `flatMap` drops it. */
function parseError(error: unknown): JsonApiError | [] {
  if (!isObject(error)) return [];
  const { links, source, meta } = error;
  const about = pickStrings(links, 'about');
  const origin = pickStrings(source, 'pointer', 'parameter');
  const parsed: JsonApiError = {
    ...pickStrings(error, 'id', 'status', 'code', 'title', 'detail'),
    ...(about && { links: about }),
    ...(origin && { source: origin }),
    ...(isObject(meta) && isShallow(meta) && { meta }),
  };
  return Object.keys(parsed).length > 0 ? parsed : [];
}

/**
 * Parses the errors of a JSON:API body, and keeps only documented members of the documented type. Returns undefined for
 * any other body (empty, HTML, cut off): gateways in front of the API respond with their own pages.
 */
export function parseJsonApiErrors(text: string): JsonApiError[] | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return isObject(body) && Array.isArray(body['errors']) ? body['errors'].flatMap(parseError) : undefined;
  } catch {
    return undefined;
  }
}
