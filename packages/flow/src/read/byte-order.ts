/** UTF-16 files as UTF-8, and the byte order mark taken off: what follows sees UTF-8 or a single-byte encoding. */
import { encodeText } from './decode-text.ts';
import { joinBytes } from './join-bytes.ts';
import type { Chunks } from './read-options.ts';

export async function* withoutByteOrder(chunks: Chunks): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | null = new Uint8Array();
  let transcode: ((chunk: Uint8Array) => Uint8Array) | null = null;
  for await (const chunk of chunks) {
    if (head === null) {
      yield transcode === null ? chunk : transcode(chunk);
      continue;
    }
    head = joinBytes(head, chunk);
    if (head.length < 4) continue;
    transcode = transcoder(head);
    yield begin(head, transcode);
    head = null;
  }
  if (head !== null && head.length > 0) yield begin(head, transcoder(head));
}

function begin(head: Uint8Array, transcode: ((chunk: Uint8Array) => Uint8Array) | null): Uint8Array {
  const hasMark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  return transcode === null ? head.subarray(hasMark ? 3 : 0) : transcode(head);
}

/** For UTF-16 with a mark, or with ASCII at the beginning; null for everything else. */
function transcoder(head: Uint8Array): ((chunk: Uint8Array) => Uint8Array) | null {
  const [a, b, c, d] = head;
  const isLittle = (a === 0xff && b === 0xfe) || (a !== 0 && b === 0 && c !== 0 && d === 0);
  const isBig = (a === 0xfe && b === 0xff) || (a === 0 && b !== 0 && c === 0 && d !== 0);
  if (!isLittle && !isBig) return null;
  let rest = new Uint8Array();
  return (chunk) => {
    const bytes = joinBytes(rest, chunk);
    const units: number[] = [];
    for (let at = 0; at + 1 < bytes.length; at += 2)
      units.push(
        ((bytes[at + (isLittle ? 1 : 0)] as number) << 8) | (bytes[at + (isLittle ? 0 : 1)] as number),
      );
    const last = units.at(-1) ?? 0;
    const isHalf = last >= 0xd800 && last < 0xdc00;
    if (isHalf) units.pop();
    rest = bytes.slice(units.length * 2);
    let text = '';
    for (const unit of units) text += String.fromCharCode(unit);
    return encodeText(text.replace(/^\ufeff/, ''));
  };
}
