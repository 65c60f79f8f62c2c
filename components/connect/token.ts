/**
 * What a pasted token looks like. Pure; never logs or keeps it. What a token of v2 looks like is not documented
 * (§1), so nothing here refuses: it cleans what cannot be part of a token, and says what looks like the other kind.
 */
export type TokenNote = 'line-ends' | 'spaces' | 'header-word' | 'scheme-word' | 'quotes';
/** §1: the same console page issues both kinds; OAuth tokens of v1 live 24 hours. */
export type TokenLook = 'oauth-answer' | 'oauth-token' | 'tenant-key';

export interface TokenInspection {
  readonly token: string;
  /** What was taken off, to be said. */
  readonly notes: readonly TokenNote[];
  /** Looks like a key of the older v1 interface. */
  readonly look: TokenLook | null;
}

/** Seconds; an OAuth token of v1 lives 24 hours (§1), with an hour's grace for clocks. */
const OAUTH_LIFE_S = 25 * 60 * 60;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;

/** The claims of a JSON Web Token, or undefined when it is none. */
function claimsOf(token: string): unknown {
  const payload = /^eyJ[\w-]+\.(eyJ[\w-]+)\.[\w-]*$/.exec(token)?.[1];
  if (payload === undefined) return undefined;
  try {
    return parsed(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    return undefined;
  }
}

function lookOf(token: string): TokenLook | null {
  if (token.startsWith('{') && field(parsed(token), 'access_token') !== undefined) return 'oauth-answer';
  const claims = claimsOf(token);
  const grant = field(claims, 'gty') ?? field(claims, 'grant_type');
  const from = field(claims, 'iat');
  const until = field(claims, 'exp');
  const short = typeof from === 'number' && typeof until === 'number' && until - from <= OAUTH_LIFE_S;
  if (short || (typeof grant === 'string' && /^client[-_]credentials$/i.test(grant))) return 'oauth-token';
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(token) ? 'tenant-key' : null;
}

/** Takes off what copying added; whatever is left is passed on as it is. */
export function inspectToken(text: string): TokenInspection {
  const notes: TokenNote[] = [];
  let token = text;
  const off = (note: TokenNote, pattern: RegExp) => {
    const rest = token.replace(pattern, '');
    if (rest === token) return;
    token = rest;
    notes.push(note);
  };
  off('line-ends', /[\r\n\u2028\u2029]+/g);
  off('spaces', /^[\s\u200B\uFEFF]+|[\s\u200B\uFEFF]+$/g);
  off('quotes', /^["'`\u201C\u2018]+|["'`\u201D\u2019]+$/g);
  off('header-word', /^authorization\s*:\s*/i);
  off('scheme-word', /^(bearer|token)\s+/i);
  return { token, notes, look: lookOf(token) };
}
