/** Words for true and false that belong together, by language or habit. `n` is false wherever it stands. */
const PAIRS: readonly (readonly [yes: string, no: string])[] = [
  ['true', 'false'],
  ['yes', 'no'],
  ['y', 'n'],
  ['1', '0'],
  ['1.0', '0.0'],
  ['-1', '0'],
  ['t', 'f'],
  ['on', 'off'],
  ['x', '-'],
  ['ja', 'nein'],
  ['j', 'n'],
  ['ja', 'nee'],
  ['ja', 'nej'],
  ['ja', 'nei'],
  ['wahr', 'falsch'],
  ['oui', 'non'],
  ['o', 'n'],
  ['vrai', 'faux'],
  ['si', 'no'],
  ['sí', 'no'],
  ['sì', 'no'],
  ['s', 'n'],
  ['verdadero', 'falso'],
  ['vero', 'falso'],
  ['sim', 'não'],
  ['verdadeiro', 'falso'],
  ['tak', 'nie'],
  ['ano', 'ne'],
  ['igen', 'nem'],
  ['kyllä', 'ei'],
  ['v', 'f'],
  ['prawda', 'fałsz'],
  ['evet', 'hayır'],
  ['да', 'нет'],
  ['так', 'ні'],
  ['はい', 'いいえ'],
  ['是', '否'],
  ['active', 'inactive'],
  ['enabled', 'disabled'],
];

type Mapped = readonly { readonly from: string; readonly to: string }[];

/**
 * What a column's words mean when all of them (true and false aside) belong to one pair; undefined when they do not.
 * A word alone is enough: no pair reads `no` as true. A dash alone is not: most who write it mean nothing by it.
 */
export function booleanMap(texts: readonly string[]): Mapped | undefined {
  const bare = texts.map((text) => text.trim().toLowerCase());
  const pair = PAIRS.find((words) => bare.every((word) => words.includes(word)));
  if (pair === undefined || bare.every((word) => word === '-')) return undefined;
  return texts.map((from, at) => ({ from: from.trim(), to: bare[at] === pair[0] ? 'true' : 'false' }));
}

/** The words that some pair knows, where a column mixes several; to choose from, not proved. */
export function mixedBooleanMap(texts: readonly string[]): Mapped {
  return texts.flatMap((from) => {
    const word = from.trim().toLowerCase();
    const yes = PAIRS.some(([good]) => good === word);
    const no = PAIRS.some(([, bad]) => bad === word);
    return yes === no ? [] : [{ from: from.trim(), to: yes ? 'true' : 'false' }];
  });
}
