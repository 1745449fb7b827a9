import { inflateSync } from 'node:zlib';
import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { drawBars } from './draw-plot.ts';
import { makePdf } from './make-pdf.ts';
import { makeSlides } from './make-slides.ts';
import { chunks } from './draw-list.ts';
import { fitText, type Page } from './shapes.ts';

const table: Page = [
  {
    kind: 'table',
    x: 40,
    y: 100,
    widths: [300, 200],
    rowHeight: 26,
    head: ['Title', 'Status'],
    rows: [
      { cells: ['Billing (1)'], isGroup: true },
      { cells: ['Invoices & <mail>', 'Now'], isGroup: false },
    ],
  },
];
const pages = [table, ...drawBars({ name: 'Records by Team', bars: [{ label: 'Core', value: 3 }] })];

test('a PDF holds a page for each, and its text as text', async () => {
  const bytes = Buffer.from(await (await makePdf('Plans', pages)).arrayBuffer());
  const text = textOfPdf(bytes);
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  for (const words of ['Title', 'Invoices & <mail>', 'Billing (1)', 'Records by Team', 'Core'])
    expect(text).toContain(words);
});

test('slides hold tables and shapes that can be edited', async () => {
  const blob = await makeSlides('Plans', pages);
  const zip = await JSZip.loadAsync(await blob.arrayBuffer());
  const slides = Object.keys(zip.files).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
  const [first = '', second = ''] = await Promise.all(
    slides
      .toSorted((a, b) => (a < b ? -1 : 1))
      .map(async (name) => (await zip.file(name)?.async('text')) ?? ''),
  );
  expect(slides).toHaveLength(2);
  expect([first.includes('<a:tbl>'), first.includes('Invoices &amp; &lt;mail&gt;')]).toEqual([true, true]);
  expect([second.includes('<a:tbl>'), second.includes('Core'), second.includes('prst="rect"')]).toEqual([
    false,
    true,
    true,
  ]);
});

test('what is too long is cut, and goes on over the pages', () => {
  expect(fitText('A title that is far too long', 60, 12)).toMatch(/^A title.*…$/);
  expect(fitText('😀😀😀', 8, 10)).toBe('…');
  expect(chunks([1, 2, 3], 2)).toEqual([[1, 2], [3]]);
  expect(chunks([], 2)).toEqual([[]]);
});

/** The strings that the pages of a PDF write; its standard fonts encode them as Windows does. */
function textOfPdf(bytes: Buffer): string {
  const parts: string[] = [];
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 7)) {
    const end = bytes.indexOf('endstream', at);
    try {
      const content = inflateSync(bytes.subarray(at + 7, end)).toString('latin1');
      for (const [, hex = ''] of content.matchAll(/<([0-9A-F]+)> Tj/gi))
        parts.push(Buffer.from(hex, 'hex').toString('latin1'));
    } catch {
      // Not every stream is packed text.
    }
  }
  return parts.join('\n');
}
