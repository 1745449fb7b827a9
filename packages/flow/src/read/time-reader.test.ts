import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeText } from './decode-text.ts';
import { TimeReader, type DateOrder } from './time-reader.ts';
import { makeZoneOffset } from './zone-offset.ts';

function read(text: string, zone = 'UTC', order: DateOrder = 'day-first'): string {
  const bytes = encodeText(text);
  const ms = new TimeReader(makeZoneOffset(zone), order).read(bytes, 0, bytes.length);
  return Number.isNaN(ms) ? 'none' : new Date(ms).toISOString();
}

describe('a time', () => {
  it.each([
    ['2012-03-14T15:04:54.681+02:00', '2012-03-14T13:04:54.681Z'],
    ['2012-03-14T15:04:54.681000Z', '2012-03-14T15:04:54.681Z'],
    ['2010-12-30 14:32:00+01:00', '2010-12-30T13:32:00.000Z'],
    ['2010-12-30 14:32:00 +0100', '2010-12-30T13:32:00.000Z'],
    ['2010-12-30 14:32:00-05', '2010-12-30T19:32:00.000Z'],
    ['2012-03-14T15:04:54.6819999Z', '2012-03-14T15:04:54.681Z'],
    ['2012/10/09 14:50:17.000', '2012-10-09T14:50:17.000Z'],
    ['2012.10.09 14:50', '2012-10-09T14:50:00.000Z'],
    ['2012-10-09', '2012-10-09T00:00:00.000Z'],
    [' 2012-10-09T14:50:17,5 ', '2012-10-09T14:50:17.500Z'],
    ['2012-10-09T24:00:00Z', '2012-10-10T00:00:00.000Z'],
    ['02-01-2018 13:53:00.000', '2018-01-02T13:53:00.000Z'],
    ['31/12/2018 13:53', '2018-12-31T13:53:00.000Z'],
    ['1/2/2018 3:05', '2018-02-01T03:05:00.000Z'],
    ['12/11/2018 1:53:10 PM', '2018-11-12T13:53:10.000Z'],
    ['31.12.18 13:53', '2018-12-31T13:53:00.000Z'],
    ['12-Jan-2017 10:20', '2017-01-12T10:20:00.000Z'],
    ['12 January 2017 10:20:30', '2017-01-12T10:20:30.000Z'],
    ['Jan 12, 2017 12:20 AM', '2017-01-12T00:20:00.000Z'],
    ['Jan 12, 2017, 12:20:05 PM', '2017-01-12T12:20:05.000Z'],
    ['Thu Jan 12 10:20:30 CET 2017', '2017-01-12T09:20:30.000Z'],
    ['Thu, 12 Jan 2017 10:20:30 GMT', '2017-01-12T10:20:30.000Z'],
    ['Thu Jan 12 2017 10:20:30 GMT+0100 (Central European Standard Time)', '2017-01-12T09:20:30.000Z'],
    ['2017-01-12 10:20:30 UTC', '2017-01-12T10:20:30.000Z'],
    ['20170112102030', '2017-01-12T10:20:30.000Z'],
    ['20170112T102030Z', '2017-01-12T10:20:30.000Z'],
    ['20170112', '2017-01-12T00:00:00.000Z'],
    ['1484216430', '2017-01-12T10:20:30.000Z'],
    ['1484216430500', '2017-01-12T10:20:30.500Z'],
    ['1484216430500000', '2017-01-12T10:20:30.500Z'],
    ['1484216430.25', '2017-01-12T10:20:30.250Z'],
    ['42747.5', '2017-01-12T12:00:00.000Z'],
    ['2012-02-30', 'none'],
    ['2012-13-01T00:00:00Z', 'none'],
    ['2012-10-09T25:00:00Z', 'none'],
    ['2012-10-09T10:61:00Z', 'none'],
    ['Review', 'none'],
    ['', 'none'],
    ['T05 Print 3', 'none'],
  ])('%s is %s', (text, wanted) => {
    expect(read(text)).toBe(wanted);
  });

  it('without a zone is on the clock of the zone that is told, summer and winter', () => {
    expect(read('2020-07-01 12:00', 'Europe/Berlin')).toBe('2020-07-01T10:00:00.000Z');
    expect(read('2020-01-01 12:00', 'Europe/Berlin')).toBe('2020-01-01T11:00:00.000Z');
    expect(read('2020-07-01 12:00', '-05:30')).toBe('2020-07-01T17:30:00.000Z');
    expect(read('2020-07-01 12:00Z', 'Europe/Berlin')).toBe('2020-07-01T12:00:00.000Z');
  });

  it('takes day and month in the order it is told', () => {
    expect(read('03/04/2020', 'UTC', 'month-first')).toBe('2020-03-04T00:00:00.000Z');
    expect(read('03/04/2020', 'UTC', 'day-first')).toBe('2020-04-03T00:00:00.000Z');
    expect(read('12/31/2018 1:53:10 PM', 'UTC', 'month-first')).toBe('2018-12-31T13:53:10.000Z');
  });

  it('is read as the platform reads it, at any moment and offset', () => {
    const moment = fc.integer({ min: -6e13, max: 2e14 });
    fc.assert(
      fc.property(moment, fc.integer({ min: -14 * 60, max: 14 * 60 }), (ms, minutes) => {
        const sign = minutes < 0 ? '-' : '+';
        const two = (value: number): string => String(value).padStart(2, '0');
        const offset = `${sign}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
        const text = `${new Date(ms + minutes * 60_000).toISOString().slice(0, -1)}${offset}`;
        fc.pre(/^\d{4}-/.test(text));
        expect(read(text)).toBe(new Date(ms).toISOString());
      }),
    );
  });
});
