/** From bytes in whatever encoding a spreadsheet wrote to text: by byte order mark, else by looking. */
import { analyse } from 'chardet';
import iconv from 'iconv-lite';

/** How much is looked at before deciding. */
const PREFIX_BYTES = 256 * 1024;
/** Below this, a guess of chardet's is worth less than the most common encoding. */
const LEAST_CONFIDENCE = 25;

export async function* decodeText(content: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let held: Uint8Array[] = [];
  let size = 0;
  let decode: ((chunk: Uint8Array) => string) | undefined;
  let end: () => string = () => '';
  const begin = (): string => {
    const prefix = Buffer.concat(held);
    held = [];
    const decoder = makeDecoder(prefix);
    decode = decoder.write;
    end = decoder.end;
    return decoder.write(prefix);
  };
  for await (const chunk of content) {
    if (decode) {
      yield decode(chunk);
      continue;
    }
    held.push(chunk);
    size += chunk.length;
    if (size >= PREFIX_BYTES) yield begin();
  }
  if (!decode && size > 0) yield begin();
  yield end();
}

type Decoder = { readonly write: (chunk: Uint8Array) => string; readonly end: () => string };

function makeDecoder(prefix: Uint8Array): Decoder {
  const encoding = detectEncoding(prefix);
  return encoding === 'utf-8' ? makeUtf8Decoder() : makeIconvDecoder(encoding);
}

function makeIconvDecoder(encoding: string): Decoder {
  const decoder = iconv.getDecoder(encoding);
  return {
    write: (chunk) => decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)),
    end: () => decoder.end() ?? '',
  };
}

/** A file that was ASCII so far shows its encoding at the first byte that is not. */
function makeUtf8Decoder(): Decoder {
  let decoder: Decoder | undefined;
  const utf8 = new TextDecoder('utf-8');
  return {
    write: (chunk) => {
      if (!decoder && chunk.some((byte) => byte >= 0x80)) {
        const encoding = detectEncoding(chunk);
        decoder =
          encoding === 'utf-8' || encoding.startsWith('utf-16')
            ? { write: (piece) => utf8.decode(piece, { stream: true }), end: () => utf8.decode() }
            : makeIconvDecoder(encoding);
      }
      return decoder ? decoder.write(chunk) : utf8.decode(chunk, { stream: true });
    },
    end: () => decoder?.end() ?? '',
  };
}

/** An encoding's name as iconv-lite knows it. */
export function detectEncoding(prefix: Uint8Array): string {
  if (prefix[0] === 0xff && prefix[1] === 0xfe) return 'utf-16le';
  if (prefix[0] === 0xfe && prefix[1] === 0xff) return 'utf-16be';
  const wide = zeroBytes(prefix);
  if (wide) return wide;
  if (isUtf8(prefix)) return 'utf-8';
  const best = analyse(prefix.subarray(0, 64 * 1024))[0];
  const isKnown =
    best !== undefined && best.confidence >= LEAST_CONFIDENCE && iconv.encodingExists(best.name);
  // Windows-1252 is ISO-8859-1 with letters where that has control characters.
  return isKnown && best.name !== 'ISO-8859-1' && best.name !== 'UTF-8' ? best.name : 'windows-1252';
}

/** UTF-16 without a mark: every other byte of Western text is zero. */
function zeroBytes(prefix: Uint8Array): string | null {
  const length = Math.min(prefix.length, 4096) & ~1;
  if (length < 8) return null;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < length; index += 2) {
    if (prefix[index] === 0) even++;
    if (prefix[index + 1] === 0) odd++;
  }
  if (odd > length * 0.35 && even < length * 0.05) return 'utf-16le';
  return even > length * 0.35 && odd < length * 0.05 ? 'utf-16be' : null;
}

function isUtf8(prefix: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(prefix, { stream: true });
    return true;
  } catch {
    // Not UTF-8: that is the answer.
    return false;
  }
}
