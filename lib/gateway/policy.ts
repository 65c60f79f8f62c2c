/** What a browser may do with our answers (design.md promise 4). Used by proxy.ts and next.config.ts alone. */

const join = (directives: readonly string[]) => directives.join('; ');

/**
 * Content security policy of a page. Scripts run by nonce only (Next finds it in the request's own policy header);
 * style attributes are allowed because positioned and virtual lists need them, style elements are not without the nonce.
 * In development React and the bundler evaluate code and inject styles.
 */
export function pagePolicy(nonce: string, development: boolean): string {
  return join([
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${development ? ' ws: wss:' : ''}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]);
}

/**
 * Policy of our scripts' own files. A worker does not inherit the page's policy but has that of its file, so without
 * this one the place where rows are read would be the place without a fence.
 */
export const SCRIPT_POLICY = join([
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
]);

/** An answer of ours is data: opened as a page it may do nothing. */
export const DATA_POLICY = join(["default-src 'none'", "frame-ancestors 'none'"]);

/**
 * Headers of everything. The three cross-origin ones isolate the page, which keeps others from embedding or opening
 * into it and makes its memory measurable (`measureUserAgentSpecificMemory`).
 */
export const COMMON_HEADERS: readonly { readonly key: string; readonly value: string }[] = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'no-referrer' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), browsing-topics=()',
  },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Embedder-Policy', value: 'require-corp' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
];

/** One year, as browsers ask for; only ever sent when our public origin is https. */
export const STRICT_TRANSPORT = 'max-age=31536000';
