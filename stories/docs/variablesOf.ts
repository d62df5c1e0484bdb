interface Variable {
  name: string;
  light: string;
  dark: string | undefined;
  comment: string | undefined;
}

/** The CSS variables at the top of the stylesheet, with their default values and comments. */
export function variablesOf(styles: string): Variable[] {
  const dark = new Map(
    [...styles.matchAll(/--cancel-payment-([\w-]+): light-dark\(.+, (.+)\);/g)].map(([, ...pair]) => [
      pair[0],
      pair[1],
    ]),
  );
  const [first = ''] = /:root \{[^}]*\}/.exec(styles) ?? [];
  return [...first.matchAll(/--cancel-payment-([\w-]+): (.+?);(?: \/\* (.+) \*\/)?$/gm)].map(
    ([, name = '', light = '', comment]) => ({
      name,
      light,
      dark: dark.get(name),
      comment,
    }),
  );
}
