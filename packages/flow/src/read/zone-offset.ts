/** What a zone's clock is ahead of UTC, for times that were written without one. */
import { FlowRefusal } from './flow-refusal.ts';

export type ZoneOffset = (wallMs: number) => number;

const HOUR = 3_600_000;
const FIXED = /^(?:utc|gmt)?([+-])(\d{1,2}):?(\d{2})?$/i;

/**
 * From a wall time (as if it were UTC) to the offset in ms. Of a time that occurs twice the first is meant; one
 * that is skipped is taken as the clock stood before.
 */
export function makeZoneOffset(zone: string): ZoneOffset {
  if (/^(utc|gmt|z)$/i.test(zone)) return () => 0;
  const fixed = FIXED.exec(zone);
  if (fixed) {
    const ms = (Number(fixed[2]) + Number(fixed[3] ?? 0) / 60) * HOUR;
    return () => (fixed[1] === '-' ? -ms : ms);
  }
  const offsetAt = makeOffsetAt(zone);
  const known = new Map<number, number>();
  return (wall) => {
    const quarter = Math.floor(wall / (HOUR / 4));
    const cached = known.get(quarter);
    if (cached !== undefined) return cached;
    const before = offsetAt(wall - 24 * HOUR);
    const offset = offsetAt(wall - before) === before ? before : offsetAt(wall - offsetAt(wall - before));
    known.set(quarter, offset);
    return offset;
  };
}

/** The offset at a moment in UTC. */
function makeOffsetAt(zone: string): (utc: number) => number {
  const format = makeFormat(zone);
  return (utc) => {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(utc)) part[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(utc / 1000) * 1000;
  };
}

function makeFormat(zone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new FlowRefusal('bad_option', {
      message: `There is no time zone “${zone}”.`,
      why: 'It is neither in the zone database nor an offset.',
      fix: 'Such as Europe/Berlin, America/New_York, +01:00 or UTC.',
    });
  }
}
