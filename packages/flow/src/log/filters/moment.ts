import { encodeText } from '../../read/decode-text.ts';
import { TimeReader } from '../../read/time-reader.ts';

/** A time written in ISO 8601, UTC where it says no zone, in ms; NaN where it is none. */
export function parseMoment(text: string): number {
  const bytes = encodeText(text);
  return new TimeReader(() => 0).read(bytes, 0, bytes.length);
}
