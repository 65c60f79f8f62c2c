import type { Result } from '../base/result';
import { ok } from '../base/result';
import type { Problem } from './problem';
import { problem } from './problem';

/** Three dotted base64url parts starting with `{"`: a JSON web token, which OAuth issues and the v1 API takes (§1). */
const JWT = /^eyJ[\w-]*\.[\w-]+\.[\w-]*$/;

/**
 * The token as it must be sent: without the white space that copying leaves at its ends. Refused when it surely is no
 * personal access token; a mere look (a JWT) is no proof, so that is only used to explain a refusal of Peak's.
 */
export function checkToken(pasted: string | undefined): Result<string, Problem> {
  const token = (pasted ?? '').trim();
  if (token === '') return problem('token-empty');
  if (/^(?:authorization\s*:|bearer\b|basic\b)/i.test(token)) return problem('token-bearer-prefix');
  // A whole answer of the OAuth endpoint, or its client credentials (§1: they belong to the older API).
  if (/^\{|access_token|client_(?:id|secret)/i.test(token)) return problem('token-wrong-kind');
  if (/\s/.test(token)) return problem('token-malformed', { reason: 'space-inside' });
  if (!/^[\x21-\x7e]+$/.test(token)) return problem('token-malformed', { reason: 'characters' });
  return ok(token);
}

/** Whether a token that Peak refused looks like a key of the other kind. */
export function looksLikeOtherKind(token: string): boolean {
  return JWT.test(token);
}
