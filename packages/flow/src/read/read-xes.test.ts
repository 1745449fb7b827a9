import { describe, expect, it } from 'vitest';
import { inPieces, tracesOf } from '../testing/build-log.ts';
import { readLog } from './read-log.ts';

const time = (day: number): string =>
  `<date key="time:timestamp" value="2020-01-0${day}T10:00:00.000+01:00"/>`;
const event = (name: string, day: number, more = ''): string =>
  `<event><string key="concept:name" value="${name}"/>${time(day)}${more}</event>`;
const trace = (id: string, events: string): string =>
  `<trace><string key="concept:name" value="${id}"/>${events}</trace>`;
const log = (content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><log xmlns="http://www.xes-standard.org/">${content}</log>`;

describe('reading XES', () => {
  it('reads traces, names, times, transitions and resources', async () => {
    const more =
      '<string key="lifecycle:transition" value="COMPLETE"/><string key="org:resource" value="Pete"/>';
    const { log: read } = await readLog(
      inPieces(log(trace('7', event('a &amp; b', 1, more) + event('c', 2)))),
    );
    expect(tracesOf(read)).toEqual({ 7: 'a & b c' });
    expect(read.time[0]).toBe(Date.parse('2020-01-01T09:00:00Z'));
    expect(read.transitions).toEqual(['COMPLETE']);
    expect([...(read.transition ?? [])]).toEqual([0, -1]);
    expect([...(read.resource ?? [])]).toEqual([0, -1]);
  });

  it('keeps traces apart that have one name, and those without events or a name', async () => {
    const text = log(trace('1', event('a', 1)) + trace('1', event('b', 1)) + '<trace/>');
    const { log: read } = await readLog(inPieces(text));
    expect(read.caseIds).toEqual(['1', '1', '#3']);
    expect([...read.firstEvent]).toEqual([0, 1, 2, 2]);
  });

  it('passes over heads, and attributes of the log', async () => {
    const head =
      '<extension name="Time" prefix="time" uri="x"/><global scope="event"><string key="concept:name" value="x"/></global><classifier name="a" keys="b"/><int key="total" value="3"><int key="concept:name" value="2"/></int>';
    const { log: read } = await readLog(inPieces(log(head + trace('1', event('a', 1)))));
    expect(tracesOf(read)).toEqual({ 1: 'a' });
  });

  it('keeps attributes of every kind, those within others by their way', async () => {
    const more =
      '<float key="cost" value="2.5"><string key="currency" value="EUR"/></float><boolean key="ok" value="true"/><list key="tags"><values><string key="tag" value="x"/></values></list>';
    const { log: read } = await readLog(inPieces(log(trace('1', event('a', 1, more)))));
    expect([...read.eventAttributes].map(([key, { kind }]) => [key, kind])).toEqual([
      ['cost', 'number'],
      ['ok', 'boolean'],
      ['cost/currency', 'text'],
      ['tags/tag', 'text'],
    ]);
  });

  it('leaves out events without a name or time, with the case and the number of the event', async () => {
    const broken =
      `<event>${time(1)}</event><event><string key="concept:name" value="x"/><string key="note" value="gone"/></event>` +
      '<event><string key="concept:name" value="y"/><date key="time:timestamp" value="soon"/></event>';
    const { log: read, report } = await readLog(
      inPieces(log(event('z', 1) + trace('1', broken + event('a', 1)))),
    );
    expect(tracesOf(read)).toEqual({ 1: 'a' });
    expect(read.eventAttributes.get('note')).toBeUndefined();
    expect(report.leftOut).toEqual([
      { reason: 'no_case', count: 1, examples: ['event 1 outside of traces'] },
      { reason: 'no_activity', count: 1, examples: ['case 1, event 1'] },
      { reason: 'no_time', count: 1, examples: ['case 1, event 2'] },
      { reason: 'bad_time', count: 1, examples: ['case 1, event 3'] },
    ]);
  });

  it('reads the encoding that is declared', async () => {
    const text = log(trace('1', event('Prüfung', 1))).replace('UTF-8', 'ISO-8859-1');
    const { log: read } = await readLog(inPieces(Uint8Array.from(Buffer.from(text, 'latin1'))));
    expect(tracesOf(read)).toEqual({ 1: 'Prüfung' });
  });

  it('gives the same log whatever the pieces', async () => {
    const text = log(trace('1', event('a &lt; b', 1) + event('c', 2)));
    expect(await readLog(inPieces(text, 7))).toEqual(await readLog(inPieces(text)));
  });
});
