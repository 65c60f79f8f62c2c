/** A JSON token as a person reads it: texts without their quotes, null as nothing, numbers digit for digit. */
export function shownToken(token: string | null): string {
  if (token === null || token === 'null') return '';
  if (!token.startsWith('"')) return token;
  const text: unknown = JSON.parse(token);
  return typeof text === 'string' ? text : token;
}
