import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

async function decode(bytes: Uint8Array, piece: number): Promise<string> {
  const content = (async function* () {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  })();
  let text = '';
  for await (const part of decodeText(content)) text += part;
  return text.replace(/^\ufeff/, '');
}

const text = 'Größe;Café “déjà vu” – Señor Müller;naïve façade\r\n'.repeat(20);

it.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'])(
  'reads %s, in pieces that cut characters',
  async (encoding) => {
    expect(await decode(iconv.encode(text, encoding), 7)).toBe(text);
  },
);

it('reads Japanese and Cyrillic of old', async () => {
  const japanese = 'これは日本語の文章です。製品の要望を書きます。'.repeat(10);
  const russian = 'Это текст на русском языке, в котором просят о новой функции. '.repeat(10);
  expect(await decode(iconv.encode(japanese, 'Shift_JIS'), 64)).toBe(japanese);
  expect(await decode(iconv.encode(russian, 'windows-1251'), 64)).toBe(russian);
});

it('decides at the first character that is not ASCII, also far into the file', async () => {
  const plain = 'only,ascii,here\n'.repeat(30_000);
  expect(await decode(Buffer.concat([Buffer.from(plain), iconv.encode(text, 'windows-1252')]), 65_536)).toBe(
    plain + text,
  );
  expect(await decode(Buffer.from(plain + text), 65_536)).toBe(plain + text);
});
