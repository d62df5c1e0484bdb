import type { JsonApiError } from './PayError.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The members of `value` named in `names` that are strings, or undefined if there is none. */
function pickStrings(value: unknown, ...names: string[]): Record<string, string> | undefined {
  if (!isObject(value)) return undefined;
  const entries = names.flatMap((name) => {
    const member = value[name];
    return typeof member === 'string' ? [[name, member] as const] : [];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** For `flatMap`: an error without any documented member is none. */
function parseError(error: unknown): JsonApiError | [] {
  if (!isObject(error)) return [];
  const { links, source, meta } = error;
  const about = pickStrings(links, 'about');
  const origin = pickStrings(source, 'pointer', 'parameter');
  const parsed: JsonApiError = {
    ...pickStrings(error, 'id', 'status', 'code', 'title', 'detail'),
    ...(about && { links: about }),
    ...(origin && { source: origin }),
    ...(isObject(meta) && { meta }),
  };
  return Object.keys(parsed).length > 0 ? parsed : [];
}

/**
 * The errors of a JSON:API body, with the documented members only, each of its documented type. Whatever else the body
 * is (empty, HTML, cut off), the answer is `[]`: gateways in front of the API answer with their own pages.
 */
export function parseJsonApiErrors(text: string): JsonApiError[] {
  try {
    const { errors }: { errors?: unknown } = JSON.parse(text);
    return Array.isArray(errors) ? errors.flatMap(parseError) : [];
  } catch {
    return [];
  }
}
