import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { decodeText, encodeText } from './decode-text.ts';
import { FlowRefusal } from './flow-refusal.ts';
import { XmlScanner } from './xml-scanner.ts';

function scan(text: string, size = 1 << 20): readonly string[] {
  const found: string[] = [];
  const scanner = new XmlScanner({
    open: ({ bytes, nameStart, nameEnd, count, starts, ends, valueStarts, valueEnds }) => {
      const part = (start: number | undefined, end: number | undefined): string =>
        decodeText(bytes, { start: start ?? 0, end: end ?? 0 });
      const attributes = Array.from({ length: count }, (_, index) => [
        part(starts[index], ends[index]),
        part(valueStarts[index], valueEnds[index]),
      ]);
      found.push(`${part(nameStart, nameEnd)} ${JSON.stringify(attributes)}`);
    },
    close: () => found.push('close'),
  });
  const bytes = encodeText(text);
  for (let at = 0; at < bytes.length; at += size) scanner.push(bytes.slice(at, at + size));
  scanner.end();
  return found;
}

function scanWithLibrary(text: string): readonly string[] {
  const found: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) =>
    found.push(`${name} ${JSON.stringify(Object.entries(attributes))}`),
  );
  parser.on('closetag', () => found.push('close'));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
  return found;
}

const value = fc
  .array(
    fc.constantFrom(
      'a',
      'é',
      '😀',
      ' ',
      '>',
      "'",
      '&amp;',
      '&lt;',
      '&#233;',
      '&#x1F600;',
      '&quot;',
      '\n',
      '\t',
      '/',
    ),
  )
  .map((parts) => parts.join(''));
const name = fc.constantFrom('string', 'event', 'trace', 'x-y', 'date');
const filler = fc.constantFrom(
  '',
  ' ',
  '\n\t',
  'text &amp; more',
  '<!-- a <b> "c" -->',
  '<?pi x="1"?>',
  '<![CDATA[<event>]]>',
);
const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .tuple(
      name,
      fc.uniqueArray(fc.constantFrom('key', 'value', 'b')),
      value,
      fc.array(fc.oneof({ depthSize: 'small' }, filler, tie('element')), { maxLength: 3 }),
    )
    .map(([tag, keys, text, children]) => {
      const attributes = keys.map((key) => ` ${key} = "${text}"`).join('');
      return children.length === 0
        ? `<${tag}${attributes}/>`
        : `<${tag}${attributes}>${children.join('')}</${tag}>`;
    }),
}));

describe('the XML scanner', () => {
  it('finds the elements and attributes that a library finds, whatever the pieces', () => {
    fc.assert(
      fc.property(element, fc.integer({ min: 1, max: 40 }), (text, size) => {
        const document = `<?xml version="1.0"?>\n<!-- head -->${text}\n`;
        expect(scan(document, size)).toEqual(scanWithLibrary(document));
      }),
    );
  });

  it('takes the prefix off an element', () => {
    expect(scan('<xes:log/>')).toEqual(['log []', 'close']);
  });

  it.each([
    ['a document type', '<!DOCTYPE log [<!ENTITY a "b">]><log/>', 'unsafe_xml'],
    ['an entity that grows', '<log><string key="a" value="&lol9;"/></log>', 'unsafe_xml'],
    ['an external entity', '<!DOCTYPE log SYSTEM "file:///etc/passwd"><log/>', 'unsafe_xml'],
    ['a file that was cut off', '<log><trace>', 'broken_file'],
    ['a tag that was cut off', '<log><trace key="a', 'broken_file'],
    ['an element that never began', '</log>', 'broken_file'],
    ['a value without quotes', '<log a=b/>', 'broken_file'],
    ['nothing', '', 'broken_file'],
  ])('refuses %s', (_, text, code) => {
    expect(() => scan(text)).toThrow(FlowRefusal);
    expect(() => scan(text)).toThrow(expect.objectContaining({ code }));
  });

  it('refuses elements that are nested without end', () => {
    expect(() => scan('<a>'.repeat(2000))).toThrow('nested');
  });
});
