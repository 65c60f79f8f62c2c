import { hazard } from './hazard';

export const FEW_NAMES = [
  hazard('a header of years and nothing else', 'id,2023,2024\n', { refused: 'file-header-only' }),
  hazard('one row of values and nothing else', '1,2024-05-01,Anna', {
    header: ['Column 1', 'Column 2', 'Column 3'],
    rows: [['1', '2024-05-01', 'Anna']],
    notes: ['row-alone'],
  }),
  hazard('one row of values below blank lines', '\n\nx;1,5\n', {
    rows: [[''], [''], ['x', '1,5']],
    notes: ['row-alone', 'blank-rows-in-head'],
  }),
  hazard(
    'one row of values, which the user takes for headings',
    '1,2024-05-01,Anna\n',
    { refused: 'file-header-only' },
    { headerRow: 1 },
  ),
  hazard(
    'one row of words, which the user says are values',
    'Anna,Paris\n',
    { header: ['Column 1', 'Column 2'], rows: [['Anna', 'Paris']] },
    { headerRow: 0 },
  ),
] as const;
