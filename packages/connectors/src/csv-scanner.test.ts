import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeCsvScanner, type CsvRow } from './csv-scanner.ts';
import { detectDelimiter } from './read-csv-rows.ts';

function scan(
  text: string,
  { piece = text.length || 1, delimiter = ',', rowLength = 32_000_000 } = {},
): CsvRow[] {
  const scanner = makeCsvScanner(delimiter, { rowLength });
  const rows: CsvRow[] = [];
  for (let at = 0; at < text.length; at += piece) rows.push(...scanner.push(text.slice(at, at + piece)));
  return [...rows, ...scanner.end()];
}

const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', '\r', ' ', '😀') });

it('reads back what a writer that quotes everything wrote, in pieces of any size', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }),
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom('\n', '\r\n'),
      (rows, piece, end) => {
        const text = rows
          .map((cells) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(',') + end)
          .join('');
        expect(scan(text, { piece }).map((row) => row.cells)).toEqual(rows);
      },
    ),
  );
});

it('says the same whatever the pieces, of any text at all', () => {
  const anything = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', ';') });
  fc.assert(
    fc.property(anything, fc.integer({ min: 1, max: 5 }), (text, piece) => {
      expect(scan(text, { piece })).toEqual(scan(text));
    }),
  );
});

it('tells the line on which a row begins', () => {
  expect(scan('a,b\r\n"x\r\ny\nz",1\r\n\r\n2,3\r4,5').map(({ line, cells }) => [line, cells])).toEqual([
    [1, ['a', 'b']],
    [2, ['x\r\ny\nz', '1']],
    [6, ['2', '3']],
    [7, ['4', '5']],
  ]);
});

it('keeps a broken cell to its own row', () => {
  expect(scan('"a" b,c\n"d "e" f",g\n"h,i\nj,k\n')).toEqual([
    { line: 1, cells: ['"a" b', 'c'], faults: [{ cell: 0, code: 'bad_quote' }] },
    { line: 2, cells: ['d "e" f', 'g'], faults: [{ cell: 0, code: 'bad_quote' }] },
    { line: 3, cells: ['"h', 'i'], faults: [{ cell: 0, code: 'quote_not_closed' }] },
    { line: 4, cells: ['j', 'k'], faults: [] },
  ]);
});

it('leaves a row out that would not fit, and goes on after it', () => {
  const rows = scan(`a,b\n1,${'x'.repeat(500)}\n2,y\n`, { piece: 50, rowLength: 100 });
  expect(rows).toEqual([
    { line: 1, cells: ['a', 'b'], faults: [] },
    { line: 2, cells: ['1'], faults: [{ cell: 1, code: 'row_too_large' }] },
    { line: 3, cells: ['2', 'y'], faults: [] },
  ]);
});

it('finds the delimiter that cuts rows alike', () => {
  expect(
    ['a,b\n1,2', 'a;b\n1,5;2', 'a\tb, c\n1\t2', 'a|b\n"1|,;"|2', 'title\nOne, two\nThree'].map(
      detectDelimiter,
    ),
  ).toEqual([',', ';', '\t', '|', ',']);
});
