import type { NextRequest } from 'next/server';
import { NextResponse } from 'next/server';
import { STRICT_TRANSPORT, pagePolicy } from '@/lib/gateway/policy';
import { env } from '@/lib/env';

/** Gives every page a policy with a fresh nonce. The root layout reads it back from `x-nonce`. */
export function proxy(request: NextRequest): NextResponse {
  const settings = env();
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const policy = pagePolicy(nonce, settings.NODE_ENV === 'development');
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  if (settings.ONRAMP_ORIGIN?.startsWith('https:'))
    response.headers.set('strict-transport-security', STRICT_TRANSPORT);
  return response;
}

export const config = {
  // Pages only: files lie in the root and in samples, everything deeper is a page, whatever its name ends with. A policy
  // costs a millisecond or more per request (measured), and the rows route has none to give away.
  matcher: [
    '/((?!api/|_next/static/|_next/image|samples/|[^/]*\\.(?:svg|png|ico|txt|json|webmanifest|woff2)$).*)',
  ],
};
