import { isLosslessNumber } from 'lossless-json';

/**
 * A query is SQL that Snowflake, Redshift and Postgres all read: the warehouses behind Peak are of the first two kinds,
 * and neither takes everything the other does (no VALUES in FROM, no backslash that means the same).
 */
export function literal(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (isLosslessNumber(value)) return value.toString();
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const quoted = `'${text.replaceAll("'", "''")}'`;
  // A backslash begins an escape in one of them and is itself in the other.
  return quoted.includes('\\') ? `(${quoted.replaceAll('\\', "' || CHR(92) || '")})` : quoted;
}

/** Words that one of the warehouses reserves; bare they would be a syntax error. */
const RESERVED = new Set(
  'ALL AND AS ASC BETWEEN BY CASE CAST CHECK COLUMN CONNECT CREATE CURRENT DATE DEFAULT DELETE DESC DISTINCT DROP ELSE END EXISTS FALSE FOLLOWING FOR FOREIGN FROM FULL GRANT GROUP HAVING IN INNER INSERT INTERSECT INTO IS JOIN KEY LEFT LIKE LIMIT MINUS NATURAL NOT NULL OF OFFSET ON OR ORDER PRIMARY QUALIFY REFERENCES REGEXP RIGHT ROW ROWS SAMPLE SELECT SET SOME START TABLE TAG THEN TIME TIMESTAMP TO TOP TRIGGER TRUE UNION UNIQUE UPDATE USER USING VALUES VIEW WHEN WHERE WITH'.split(
    ' ',
  ),
);

/** Plain names stay bare, because a quoted one has to be in the case the warehouse folded it to. */
export const name = (text: string): string =>
  /^[A-Za-z_][A-Za-z0-9_$]*$/.test(text) && !RESERVED.has(text.toUpperCase())
    ? text
    : `"${text.replaceAll('"', '""')}"`;
