import type { TransportError } from '@/lib/base/errors';
import type { StorageCode } from '@/lib/workspace/errors';

/** What happened, why as far as we know, and what to do about it. */
export interface TroubleWords {
  readonly what: string;
  readonly why?: string;
  readonly todo: string;
}

export const TRANSPORT_WORDS: Record<TransportError['code'], TroubleWords> = {
  timeout: {
    what: 'No answer in time',
    why: 'Peak Onramp’s own server did not answer. Your network or the server may be slow.',
    todo: 'Try again. If it stays so, ask whoever runs this server to look at its log.',
  },
  unreachable: {
    what: 'Peak Onramp’s own server cannot be reached',
    why: 'The way from this browser to the app broke; whether Peak was asked is not known.',
    todo: 'Check your network and that the app is still running, then try again. What you entered is still here.',
  },
  aborted: {
    what: 'The request was given up',
    todo: 'Try again when you are ready.',
  },
  redirected: {
    what: 'The answer pointed somewhere else',
    why: 'Peak Onramp never follows a redirect: a token must not travel to a host nobody chose.',
    todo: 'Ask whoever runs the network between you and the app about the redirect.',
  },
  'too-large': {
    what: 'The answer was larger than is read here',
    todo: 'Tell whoever runs this server; its log names the request.',
  },
};

export const STORAGE_WORDS: Record<StorageCode, TroubleWords> = {
  unavailable: {
    what: 'This browser keeps nothing for this page',
    why: 'A private window, a full disk or a setting refuses the database in which the onboarding is kept.',
    todo: 'Open the page in a normal window, or allow this site to keep data, and reload.',
  },
  'newer-version': {
    what: 'Another tab runs a newer version of the app',
    why: 'It has moved what is kept here to a newer shape that this page cannot read.',
    todo: 'Reload this page.',
  },
  'not-found': {
    what: 'This is not kept here any more',
    why: 'It was deleted, perhaps in another tab.',
    todo: 'Go back to the start and choose from what is there.',
  },
  unreadable: {
    what: 'What is kept here cannot be read',
    why: 'It has another shape than this version of the app writes. It was left as it is.',
    todo: 'Reload the page. If that does not help, start a new workspace.',
  },
  'write-failed': {
    what: 'The browser refused to keep this',
    why: 'Most of the time there is no room left for this site.',
    todo: 'Free space under “Storage”, then try again. Nothing was changed.',
  },
};

export const UNAGREED: TroubleWords = {
  what: 'The answer had another shape than agreed',
  why: 'The request itself went through; this page and the server are probably of two versions.',
  todo: 'Reload the page. If that does not help, pass on the detail below.',
};

export const UNEXPECTED: TroubleWords = {
  what: 'Something failed that should not have',
  why: 'This is a fault of the app, not of your data.',
  todo: 'Reload the page; what was saved is kept. If it happens again, pass on the detail below.',
};
