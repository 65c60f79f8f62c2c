/** The parsed text, or undefined when it is no JSON (a balancer's error page, half an answer). */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
