import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvScanner } from './csv-scanner.ts';
import { decodeText, encodeText } from './decode-text.ts';

type Row = { readonly line: number; readonly cells: readonly string[]; readonly isBroken: boolean };

function scan(text: string, { delimiter = ',', size = 1 << 20 } = {}): readonly Row[] {
  const rows: Row[] = [];
  const scanner = new CsvScanner(delimiter, ({ bytes, starts, ends, count, line, isBroken }) => {
    const cells = Array.from({ length: count }, (_, cell) =>
      decodeText(bytes, { start: starts[cell] as number, end: ends[cell] as number }),
    );
    rows.push({ line, cells, isBroken });
  });
  const bytes = encodeText(text);
  for (let at = 0; at < bytes.length; at += size) scanner.push(bytes.slice(at, at + size));
  scanner.end();
  return rows;
}

const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', ',', ';', '"', '\n', '\r\n', '7') });
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });

function write(rows: readonly (readonly string[])[], newline: string): string {
  const quote = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(quote).join(',') + newline).join('');
}

describe('the CSV scanner', () => {
  it('reads what a writer wrote, as a library does, whatever the pieces', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 9 }),
        (rows, newline, size) => {
          const text = write(rows, newline);
          const wanted = parse(text, { relax_column_count: true, record_delimiter: newline }) as string[][];
          expect(scan(text, { size }).map(({ cells }) => cells)).toEqual(wanted);
          expect(wanted).toEqual(rows);
        },
      ),
    );
  });

  it('takes any bytes to the same rows whatever the pieces', () => {
    const any = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '\0', 'é') });
    fc.assert(
      fc.property(any, fc.integer({ min: 1, max: 5 }), (text, size) => {
        expect(scan(text, { size })).toEqual(scan(text));
      }),
    );
  });

  it('tells the line on which a row begins, line breaks in cells counted', () => {
    expect(scan('a,b\n"x\ny",1\n\n2,3\n').map(({ line }) => line)).toEqual([1, 2, 5]);
  });

  it('takes what follows a closed quote as part of the cell', () => {
    expect(scan('"a"b,c\n')[0]?.cells).toEqual(['ab', 'c']);
  });

  it('keeps a quote that is never closed to its own line', () => {
    expect(scan('a,b\n1,"x\n2,y\n')).toEqual([
      { line: 1, cells: ['a', 'b'], isBroken: false },
      { line: 2, cells: ['1', '"x'], isBroken: true },
      { line: 3, cells: ['2', 'y'], isBroken: false },
    ]);
  });
});
