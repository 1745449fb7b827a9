import type { EventLog } from '../log/event-log.ts';
import { encodeText } from '../read/decode-text.ts';
import { makeLog, type EventRecord } from '../log/make-log.ts';

const HOUR = 3_600_000;

/** Cases `1`, `2` … from texts such as `a b c`, an event an hour, each case a day after the one before. */
export function buildLog(traces: readonly string[]): EventLog {
  return makeLog(
    traces.flatMap((trace, index): EventRecord[] =>
      trace
        .split(' ')
        .filter((activity) => activity !== '')
        .map((activity, at) => ({ case: String(index + 1), activity, time: index * 24 * HOUR + at * HOUR })),
    ),
  );
}

/** Bytes as a stream, in pieces of a size. */
export async function* inPieces(text: string | Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === 'string' ? encodeText(text) : text;
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

/** Each case as its activities, for comparing whole logs. */
export function tracesOf(log: EventLog): Readonly<Record<string, string>> {
  return Object.fromEntries(
    log.caseIds.map((id, index) => [
      id,
      Array.from(
        log.activity.subarray(log.firstEvent[index], log.firstEvent[index + 1]),
        (code) => log.activities[code],
      ).join(' '),
    ]),
  );
}
