import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readJsonItems, type JsonItem } from './json-items.ts';

async function read(text: string, piece = 3): Promise<JsonItem[]> {
  const bytes = Buffer.from(text);
  const items: JsonItem[] = [];
  const content = (async function* () {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  })();
  for await (const item of readJsonItems(content)) items.push(item);
  return items;
}
const records = (items: readonly JsonItem[]): unknown[] =>
  items.filter(({ kind }) => kind === 'item').map(({ text }) => JSON.parse(text) as unknown);

it('finds the records of a list, of lines, and of pages one after the other', async () => {
  const object = fc.dictionary(fc.constantFrom('a', 'b', 'x"y'), fc.jsonValue(), { maxKeys: 3 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(object, { maxLength: 4 }),
      fc.integer({ min: 1, max: 40 }),
      async (list, piece) => {
        const page = (part: unknown[]): string =>
          JSON.stringify({ total: 1, names: { a: 'A' }, issues: part, end: [1] });
        const whole = list.map((each) => JSON.parse(JSON.stringify(each)) as unknown);
        expect(records(await read(JSON.stringify(list, null, 1), piece))).toEqual(whole);
        expect(records(await read(list.map((each) => JSON.stringify(each)).join('\n'), piece))).toEqual(
          whole,
        );
        expect(records(await read(`${page(list)}\n${page([])}${page(list)}`, piece))).toEqual([
          ...whole,
          ...whole,
        ]);
      },
    ),
    { numRuns: 60 },
  );
});

it('gives the parts of a page beside its list', async () => {
  const items = await read('{"names": {"cf": "Points"}, "issues": [{"id": 1}], "total": 1}');
  expect(items.map(({ kind, key, text }) => [kind, key, text])).toEqual([
    ['member', 'names', '{"cf": "Points"}'],
    ['item', undefined, '{"id": 1}'],
    ['member', 'total', '1'],
  ]);
});

it('goes on with the next line after one that is no JSON, or was cut off', async () => {
  const items = await read('{"a": 1}\nnonsense\n{"b": 2}\n{"c": "cut\n{"d": 4}\n');
  expect(items.map(({ kind, line }) => [kind, line])).toEqual([
    ['item', 1],
    ['fault', 2],
    ['item', 3],
    ['fault', 4],
    ['item', 5],
  ]);
});
