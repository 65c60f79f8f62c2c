/** What happened, why it matters, what to do: the three things every message owes its reader. */
export interface Advice {
  readonly what: string;
  readonly why: string;
  readonly todo: string;
}
