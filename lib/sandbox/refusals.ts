/**
 * Codes of the sandbox. The pattern `DI_E_XXXXX` is documented (§4.4), the list is not: these are made up, and nobody
 * may depend on them.
 */
const REFUSALS = {
  'row-not-object': ['DI_E_10001', 'STRUCTURE'],
  'field-missing': ['DI_E_10002', 'REQUIRED'],
  'field-unknown': ['DI_E_10003', 'STRUCTURE'],
  'field-twice': ['DI_E_10004', 'STRUCTURE'],
  'null-not-allowed': ['DI_E_10005', 'NOT_NULL'],
  'key-null': ['DI_E_10006', 'PRIMARY_KEY'],
  'type-mismatch': ['DI_E_20001', 'DATA_TYPE'],
  'out-of-range': ['DI_E_20002', 'DATA_TYPE'],
  'precision-exceeded': ['DI_E_20003', 'PRECISION'],
  'scale-exceeded': ['DI_E_20004', 'PRECISION'],
  'format-mismatch': ['DI_E_20005', 'TIMESTAMP_FORMAT'],
  'date-impossible': ['DI_E_20006', 'TIMESTAMP_FORMAT'],
  'not-storable': ['DI_E_20007', 'DATA_TYPE'],
  'too-short': ['DI_E_30001', 'LENGTH'],
  'too-long': ['DI_E_30002', 'LENGTH'],
  'value-not-allowed': ['DI_E_30003', 'ENUM'],
  'pattern-mismatch': ['DI_E_30004', 'REGEX'],
  'outside-bounds': ['DI_E_30005', 'RANGE'],
  malformed: ['DI_E_40001', 'REQUEST'],
  'too-many-rows': ['DI_E_40002', 'REQUEST'],
  'no-rows': ['DI_E_40003', 'REQUEST'],
  'no-primary-key': ['DI_E_40004', 'REQUEST'],
  'definition-refused': ['DI_E_40005', 'SCHEMA'],
  unauthorized: ['DI_E_40101', 'AUTHENTICATION'],
  'not-found': ['DI_E_40401', 'NOT_FOUND'],
  'method-refused': ['DI_E_40501', 'REQUEST'],
  'exists-already': ['DI_E_40901', 'CONFLICT'],
  'body-too-large': ['DI_E_41301', 'REQUEST'],
  'not-json': ['DI_E_41501', 'REQUEST'],
  'rate-exceeded': ['DI_E_42901', 'RATE'],
  internal: ['DI_E_50001', 'SERVICE'],
  unavailable: ['DI_E_50301', 'SERVICE'],
} as const;
export type RefusalName = keyof typeof REFUSALS;

/** One structured error: code, category, message (§4.3), and the column it is about. */
export interface RowFault {
  readonly code: string;
  readonly category: string;
  readonly message: string;
  readonly column?: string;
}

export function fault(name: RefusalName, message: string, column?: string): RowFault {
  const [code, category] = REFUSALS[name];
  return { code, category, message, ...(column === undefined ? {} : { column }) };
}

export function answer(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  });
}

/** Refuses a request as a whole. */
export function refuse(
  status: number,
  name: RefusalName,
  message: string,
  headers: Record<string, string> = {},
): Response {
  return answer(status, { error: fault(name, message) }, headers);
}
