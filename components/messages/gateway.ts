import type { GatewayCode } from '@/lib/gateway/contract';
import type { TroubleWords } from './transport';

type Details = Readonly<Record<string, string | number | boolean>>;
type Sentence = TroubleWords | ((details: Details) => TroubleWords);

const hostOf = (details: Details) =>
  typeof details['host'] === 'string' ? details['host'].replace(/^https?:\/\//, '') : 'Peak';

/** Peak's own words, when it had some. */
function said(details: Details): string {
  const message = details['peakMessage'];
  if (typeof message !== 'string' || message === '') return '';
  const code = details['peakCode'];
  return typeof code === 'string' && code !== 'without-code'
    ? ` It said: “${message}” (${code}).`
    : ` It said: “${message}”.`;
}

const status = (details: Details) =>
  details['status'] === undefined ? 'an error' : `status ${String(details['status'])}`;

/** Of a cause that is the proxy's (lib/peak/tunnel); undefined for any other. */
export function proxySentence(cause: unknown): string | undefined {
  if (typeof cause !== 'string' || !cause.startsWith('PROXY_')) return undefined;
  return cause === 'PROXY_407'
    ? 'The proxy that requests leave through (HTTPS_PROXY) wants another user or password (PROXY_407); Peak itself was not reached.'
    : `The proxy that requests leave through (HTTPS_PROXY) cannot be reached, or made no way to the host (${cause}); Peak itself was not asked.`;
}

const TOKEN_PLACE =
  'In the Peak console choose your avatar (lower left), “Access Tokens”, “Generate token”, and copy the token itself.';

const TOKEN_SHAPE: Readonly<Record<string, string>> = {
  'space-inside': 'There is a space or a line break in the middle of it; two things may have been copied.',
  characters:
    'It holds characters that no token has, such as accents, typographic quotes or invisible marks.',
  'too-long':
    'It is too long to be kept safely in your browser’s cookie, and longer than a personal access token.',
};

const ORIGIN_REASON: Readonly<Record<string, string>> = {
  host: 'The app was opened under a name it does not know. That protects it from pages that pretend to be it.',
  site: 'The request came from another website.',
  origin: 'The request came from another address than the app’s own.',
  header: 'The request did not come from one of the app’s own pages.',
};

const SENTENCES: Record<GatewayCode, Sentence> = {
  'request-malformed': (details) => ({
    what: 'The app sent something its own server does not accept',
    why: `The part “${String(details['field'] ?? '')}” is missing or has another form (${String(details['reason'] ?? 'unknown')}). Nothing was passed on to Peak.`,
    todo: 'Check what you entered, or reload the page: it may be older than the server.',
  }),
  'origin-refused': (details) => ({
    what: 'The request was refused for safety',
    why: ORIGIN_REASON[String(details['reason'])] ?? 'It did not come from the app’s own page.',
    todo: 'Open the app under its usual address (localhost on your own computer) and try there. Whoever runs it elsewhere sets ONRAMP_ORIGIN to its public address.',
  }),
  'body-too-large': (details) => ({
    what: 'This request is larger than Peak takes',
    why:
      details['maxRows'] === undefined
        ? `The limit is ${String(details['maxBytes'] ?? '1,000,000')} bytes. Nothing was sent.`
        : `It holds ${String(details['rows'])} rows; the limit is ${String(details['maxRows'])}. Nothing was sent.`,
    todo: 'Use fewer rows per batch. A single row of that size has a cell that is too long.',
  }),
  'connection-unknown': {
    what: 'The connection is gone',
    why: 'The app no longer holds the token: it was forgotten here, two weeks have passed, or the server’s secret was changed.',
    todo: 'Connect again with the same token. Everything else you did is still here.',
  },
  'connection-required': {
    what: 'No connection was chosen',
    why: 'The app must know which host and token to use, and it never guesses.',
    todo: 'Choose a connection, or make one on the Connect page.',
  },
  'too-many-connections': (details) => ({
    what: 'There is no room for another connection',
    why: `A browser carries every connection with each request, so there are at most ${String(details['most'] ?? 8)}; fewer if their tokens are very long.`,
    todo: 'Forget a connection you no longer need, then connect again.',
  }),
  'token-empty': {
    what: 'The token is missing',
    why: 'Without a personal access token Peak does not let anybody in.',
    todo: `${TOKEN_PLACE} Then paste it here.`,
  },
  'token-malformed': (details) => ({
    what: 'This cannot be a token',
    why: TOKEN_SHAPE[String(details['reason'])] ?? 'It has a form that Peak cannot be sent.',
    todo: `${TOKEN_PLACE} Paste nothing else with it.`,
  }),
  'token-bearer-prefix': {
    what: 'Only the token itself is needed',
    why: 'What you pasted starts with a word such as “Bearer” or “Authorization”. Peak wants the bare token.',
    todo: 'Remove that word and the space after it, then check again.',
  },
  'token-wrong-kind': (details) => ({
    what: 'This looks like a key of the other kind',
    why: `The same page of the Peak console issues keys for an older interface (API keys, OAuth tokens); those do not work here.${said(details)}`,
    todo: `Make a personal access token instead. ${TOKEN_PLACE}`,
  }),
  'token-refused': (details) => ({
    what: 'Peak does not accept this token',
    why: `${hostOf(details)} answered 401: the token is mistyped, expired, revoked, or belongs to another host.${said(details)}`,
    todo: 'Check that the host is your tenant’s own, then paste the token again or make a new one.',
  }),
  'token-forbidden': (details) => ({
    what: 'This token may not do that',
    why: `${hostOf(details)} knows the token but answered 403.${said(details)}`,
    todo: 'Ask your Peak administrator for the right, or use the token of somebody who has it.',
  }),
  'host-not-allowed': {
    what: 'This host may not be called from here',
    why: 'A token is only ever sent to Peak’s own hosts and to those that whoever runs this app has listed.',
    todo: 'Choose one of the hosts offered, or ask for yours to be added to ONRAMP_ALLOWED_HOSTS, then connect again.',
  },
  'host-malformed': {
    what: 'This is not a cluster identifier',
    why: 'It is one short word of small letters, digits and hyphens, such as “peaksydney” in ingestion.peaksydney.peak.ai.',
    todo: 'Enter that word alone. Your account manager or Peak’s support knows yours.',
  },
  'sandbox-off': {
    what: 'There is no sandbox here',
    why: 'This app was started without one.',
    todo: 'Start it with “npm start”, which brings a sandbox, or choose a real host.',
  },
  'peak-unreachable': (details) => ({
    what: `${hostOf(details)} cannot be reached`,
    why:
      proxySentence(details['cause']) ??
      (details['cause'] === 'ENOTFOUND'
        ? 'No host of that name exists. The cluster identifier may be mistyped, or requests have to leave through a proxy (HTTPS_PROXY).'
        : `The app’s server could not connect, or the connection broke${details['cause'] === undefined ? '' : ` (${String(details['cause'])})`}.`),
    todo: 'Check the host and the network of the machine the app runs on, then try again. For the sandbox: check that it is running.',
  }),
  'peak-timeout': (details) => ({
    what: `${hostOf(details)} did not answer in time`,
    why: 'The request was sent; whether it was carried out is not known.',
    todo: 'Wait a moment and look again before you repeat anything that changes something.',
  }),
  'peak-redirected': (details) => ({
    what: `${hostOf(details)} pointed somewhere else`,
    why: 'The app never follows such an answer, because the token would travel to a host you did not choose.',
    todo: 'Check the host. If your tenant has moved, use the host that Peak’s support gives you.',
  }),
  'peak-failed': (details) => ({
    what: 'Peak had a fault of its own',
    why: `${hostOf(details)} answered with ${status(details)}.${said(details)}`,
    todo: 'Try again in a few minutes. If it stays so, give Peak’s support the time and the request id.',
  }),
  'peak-shape': (details) => ({
    what: 'Peak’s answer could not be understood',
    why: `${hostOf(details)} answered with ${status(details)}, but not in a form this app knows. Peak does not publish all of its answers.`,
    todo: 'Check that the host is right: a company’s proxy may have answered in its place. Else report it with the request id.',
  }),
  'peak-refused': (details) => ({
    what: 'Peak refused the request',
    why: `${hostOf(details)} answered with ${status(details)}.${said(details)}`,
    todo: 'Change what Peak names and try again. Nothing was changed.',
  }),
  'peak-not-found': (details) => ({
    what: 'Peak does not know this solution or table',
    why: `${hostOf(details)} answered 404.${said(details)}`,
    todo: 'Check the solution’s name letter by letter, and whether it has been rolled out on this host.',
  }),
  'peak-rate': {
    what: 'Peak asks to slow down',
    why: 'More requests reached your tenant than it takes in a second; others may be loading at the same time.',
    todo: 'Wait a moment, then try again.',
  },
  'model-unknown': (details) => ({
    what: 'This standard schema is not built in',
    why: `The app brings no data model for “${String(details['appName'] ?? '')}” in version ${String(details['appVersion'] ?? '')}.`,
    todo: 'Check application and version. A schema that Peak’s staff saved already need not be saved again: go on to the rollout.',
  }),
  'rate-budget': (details) => ({
    what: 'Too many requests at once on this connection',
    why: `The app sends at most ${String(details['rate'] ?? 50)} requests a second for a connection, shared by all tabs. Nothing was sent.`,
    todo: 'Wait a few seconds, or pause another load on this connection.',
  }),
  'batch-given-up': {
    what: 'A batch came too late',
    why: 'It had been asked after before it arrived, and the answer was that it never left. So it was turned away; nothing of it was stored.',
    todo: 'Nothing: it is sent again by itself.',
  },
  'batch-repeated': {
    what: 'A batch arrived twice',
    why: 'The browser repeated a request whose connection broke. Only the first of the two was passed on to Peak.',
    todo: 'Nothing: the app asks its ledger what became of the first.',
  },
  'ledger-down': {
    what: 'The app’s own memory of batches cannot be reached',
    why: 'Its server keeps that memory in Redis, which does not answer. Without it a batch could be sent twice, so nothing was sent.',
    todo: 'Whoever runs the app looks after Redis; sending goes on by itself within a few minutes, or when you go on.',
  },
  internal: {
    what: 'The app’s own server failed',
    why: 'This is a fault of the app, not of your data.',
    todo: 'Try again. If it happens again, give the request id to whoever runs the app: the log has the details.',
  },
};

/** What happened, why and what to do next, for a code our routes answer with and the facts that came along. */
export function gatewaySentence(code: GatewayCode, details: Details = {}): TroubleWords {
  const sentence = SENTENCES[code];
  return typeof sentence === 'function' ? sentence(details) : sentence;
}
