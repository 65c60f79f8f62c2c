/** The column whose name stands in a message as a word of its own; of several the longest, undefined where none does. */
export function namedColumn(message: string, columns: readonly string[]): string | undefined {
  const named = columns.filter((name) =>
    new RegExp(`(?<!\\w)${name.replace(/\W/g, '\\$&')}(?!\\w)`, 'i').test(message),
  );
  return named.sort((a, b) => b.length - a.length)[0];
}
