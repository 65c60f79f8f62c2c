/**
 * Where the knowledge of a field comes from. `documented`: seen literally in the public documentation. `assumed`: our
 * reading, because the public text stops before the answer. § numbers are those of docs/peak-api.md.
 */
export const documented = (section: `§${string}`) => ({ source: `documented ${section}` });
export const assumed = (section: `§${string}`) => ({ source: `assumed ${section}` });
