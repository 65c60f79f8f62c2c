import { expect, it } from 'vitest';
import { isPlainYes } from './plain-yes';

it.each([
  ...['', ' \n', 'OK', 'true', 'null', '"Accepted."', 'Data accepted', 'Request accepted.', 'Success!'],
  ...['"Rows accepted for ingestion"', 'Ingestion request queued\n', 'Your data was received, thank you'],
])('takes for a plain yes: %j', (text) => expect(isPlainYes(text)).toBe(true));

it.each([
  ...['Blocked', 'Access denied', 'Unsuccessful', 'Not accepted', 'No rows accepted', 'Partially accepted'],
  ...[
    '3 of 5 rows accepted',
    'Request received, please log in',
    'Rows weren’t accepted',
    'Accepted with warnings',
  ],
  ...['Request rejected, not accepted', 'Sign-in request received', 'Only some rows were accepted'],
  ...[
    '{"accepted":4',
    '["accepted"',
    '<p>Request received</p>',
    `Rows accepted ${'and '.repeat(20)}`,
    'Thank you',
  ],
])('takes for no yes: %j', (text) => expect(isPlainYes(text)).toBe(false));
