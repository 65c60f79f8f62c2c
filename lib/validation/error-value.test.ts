import { expect, it } from 'vitest';
import { isErrorValue } from './error-value';

it.each([
  ...['#N/A', '#n/a', '#REF!', '#NAME?', '#DIV/0!', '#GETTING_DATA', '#EXTERNAL!'],
  ...['#NV', '#WERT!', '#BEZUG!', '#ÜBERLAUF!', '#überlauf!', '#ÜBERLAUF!'.normalize('NFD')],
  ...['#VALEUR!', '#NOM?', '#N/D', '#¡VALOR!', '#¿NOMBRE?', '#RIF!', '#NÚM!', '#WAARDE!', '#ADR!'],
  ...['#SAKNAS!', '#VÆRDI!', '#VERDI!', '#PUUTTUU!', '#HODNOTA!', '#ÉRTÉK!', '#ЗНАЧ!', '#DEĞER!'],
  ...['#ERROR! Err:502', '#error! err:502', '#ERROR! #UNKNOWN', '#ERROR! 42', `#ERROR! ${'x'.repeat(200)}`],
])('%s is what a formula left behind', (text) => expect(isErrorValue(text)).toBe(true));

it.each([
  '',
  '#',
  '#1',
  '#12345',
  'N/A',
  '#NAME',
  '#fff',
  '#REF! x',
  ' #REF!',
  '#sale!',
  'NV',
  '#NV2',
  '#ERROR!x',
])('%j is a text like any other', (text) => expect(isErrorValue(text)).toBe(false));
