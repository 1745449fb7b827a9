import { describe, expect, it } from 'vitest';
import { logFacts } from '../discovery/log-facts.ts';
import { isoMicroseconds } from '../log/iso-time.ts';
import { inPieces, tracesOf } from '../testing/build-log.ts';
import { readLog } from './read-log.ts';
import type { ReadOptions } from './read-options.ts';

function read(text: string | Uint8Array, options?: ReadOptions) {
  return readLog(inPieces(text), options);
}

/** Rows of one case each way, for headers whose columns are to be guessed. */
const GUESSES: readonly (readonly [name: string, text: string, columns: Record<string, string>])[] = [
  [
    'Disco',
    'Case ID;Activity;Resource;Complete Timestamp;Variant;Variant index\n1;a;x;2012/10/09 14:50:17.000;Variant 1;1\n1;b;y;2012/10/09 14:51:01.000;Variant 1;1\n2;a;x;2012/10/10 14:50:17.000;Variant 1;1\n',
    { case: 'Case ID', activity: 'Activity', resource: 'Resource', time: 'Complete Timestamp' },
  ],
  [
    'pm4py',
    ',case:concept:name,concept:name,time:timestamp,org:resource,lifecycle:transition\n0,1,a,2020-01-01 10:00:00+00:00,x,complete\n1,1,b,2020-01-01 11:00:00+00:00,x,complete\n',
    {
      case: 'case:concept:name',
      activity: 'concept:name',
      time: 'time:timestamp',
      resource: 'org:resource',
      lifecycle: 'lifecycle:transition',
    },
  ],
  [
    'the purchase-to-pay challenge',
    'eventID ,case Spend area text,case concept:name,event User,event org:resource,event concept:name,event Cumulative net worth (EUR),event time:timestamp\n1,CAPEX,4507_1,user_1,user_1,SRM: Created,298.0,02-01-2018 13:53:00.000\n2,CAPEX,4507_1,user_2,user_2,SRM: Complete,298.0,13-01-2018 13:53:00.000\n',
    {
      case: 'case concept:name',
      activity: 'event concept:name',
      resource: 'event org:resource',
      time: 'event time:timestamp',
    },
  ],
  [
    'incident management',
    'SR Number;Change Date+Time;Status;Sub Status;Owner First Name\n1-364;2010-03-31T15:59:42+01:00;Accepted;In Progress;Frederic\n1-364;2010-03-31T16:59:42+01:00;Queued;Awaiting;Frederic\n1-365;2010-04-01T16:59:42+01:00;Accepted;In Progress;Anne\n',
    { case: 'SR Number', time: 'Change Date+Time', activity: 'Status' },
  ],
  [
    'bupaR',
    'case_id,activity_id,activity_instance_id,resource_id,lifecycle_id,timestamp\n1,a,1,x,start,2017-01-02T11:41:53Z\n1,a,1,x,complete,2017-01-02T12:40:20Z\n',
    {
      case: 'case_id',
      activity: 'activity_id',
      resource: 'resource_id',
      lifecycle: 'lifecycle_id',
      time: 'timestamp',
    },
  ],
  [
    'start and end',
    'caseid|task|user|start_timestamp|end_timestamp\n1|a|x|2020-01-01 10:00|2020-01-01 11:00\n1|b|x|2020-01-01 12:00|2020-01-01 13:00\n',
    { case: 'caseid', activity: 'task', resource: 'user', start: 'start_timestamp', time: 'end_timestamp' },
  ],
  [
    'no names to go by',
    'nr\twhat\twhen\nA-1\topen\t2020-01-01 10:00\nA-1\tclose\t2020-01-01 11:00\nA-2\topen\t2020-01-02 10:00\nA-2\tclose\t2020-01-02 11:00\nA-3\topen\t2020-01-03 10:00\nA-3\tclose\t2020-01-03 11:00\n',
    { case: 'nr', activity: 'what', time: 'when' },
  ],
];

describe('reading CSV', () => {
  it.each(GUESSES)('finds the columns of %s', async (_, text, columns) => {
    const { report } = await read(text);
    expect(report.columns).toEqual(columns);
  });

  it('takes the columns it is told, and refuses those that are not there', async () => {
    const text = 'x,y,z,t\n1,a,b,2020-01-01\n';
    const { log } = await read(text, { columns: { case: 'x', activity: 'z', time: 't' } });
    expect(tracesOf(log)).toEqual({ 1: 'b' });
    await expect(read(text, { columns: { case: 'nope' } })).rejects.toThrow(
      'There is no column “nope” for --case.',
    );
    await expect(read('a,b\n1,2\n')).rejects.toThrow(
      'No column looks like the case or the activity or the time.',
    );
  });

  it('lays rows in any order case by case, in the order they stand', async () => {
    const { log } = await read('case,activity,time\n1,a,2020-01-02\n2,x,2020-01-01\n1,b,2020-01-01\n');
    expect(tracesOf(log)).toEqual({ 1: 'a b', 2: 'x' });
  });

  it('learns from a late row which of day and month comes first, for all rows before', async () => {
    const rows = (date: string): string => `case,activity,time\n1,a,03/04/2020 10:00\n1,b,${date} 10:00\n`;
    const first = async (text: string) => isoMicroseconds((await read(text)).log.time[0] as number);
    expect(await first(rows('25/04/2020'))).toBe('2020-04-03T10:00:00Z');
    expect(await first(rows('04/25/2020'))).toBe('2020-03-04T10:00:00Z');
  });

  it('takes day and month so that time goes on, where no row tells, and says so', async () => {
    const { log, report } = await read(
      'case,activity,time\n1,a,05/01/2020\n1,b,05/02/2020\n1,c,06/01/2020\n',
    );
    expect(isoMicroseconds(log.time[2] as number)).toBe('2020-06-01T00:00:00Z');
    expect(report.notes.join(' ')).toContain(
      'No date tells day from month; the month is taken to come first.',
    );
  });

  it('counts what it leaves out, with the line', async () => {
    const text =
      'case,activity,time,note\n1,a,2020-01-01,x\n,b,2020-01-01,x\n1,,2020-01-01,x\n1,c,,x\n1,d,soon,x\n1,e\0,2020-01-01,x\n1,f,2020-01-02\n1,g,2020-01-03,x,extra\n1,"h,2020-01-04,x\n';
    const { log, report } = await read(text);
    expect(tracesOf(log)).toEqual({ 1: 'a f g' });
    expect(
      Object.fromEntries(report.leftOut.map(({ reason, count, examples }) => [reason, [count, ...examples]])),
    ).toEqual({
      no_case: [1, 'line 3'],
      no_activity: [1, 'line 4'],
      no_time: [1, 'line 5'],
      bad_time: [1, 'line 6'],
      nul_byte: [1, 'line 7'],
      quote_not_closed: [1, 'line 10'],
    });
    expect(report.notes[0]).toContain('2 rows have more or fewer cells');
  });

  it('refuses a file in which no row is an event, and says why', async () => {
    await expect(read('case,activity,time\n1,a,soon\n', { columns: { time: 'time' } })).rejects.toThrow(
      'There is no event in this file.',
    );
  });

  it('reads what spreadsheets write: a byte order mark, UTF-16, a line that names the delimiter, old code pages', async () => {
    const rows = 'case;activity;time\r\n1;Prüfung;2020-01-01\r\n';
    const utf16 = Uint8Array.from([0xff, 0xfe, ...Buffer.from(rows, 'utf16le')]);
    for (const text of [
      `\ufeff${rows}`,
      `sep=;\r\n${rows}`,
      utf16,
      Uint8Array.from(Buffer.from(rows, 'latin1')),
    ])
      expect(tracesOf((await read(text)).log)).toEqual({ 1: 'Prüfung' });
  });

  it('tells attributes of cases from those of events, and what kind they are', async () => {
    const { log } = await read(
      'case,activity,time,region,amount,urgent,case:owner\n1,a,2020-01-01,north,1.5,true,x\n1,b,2020-01-02,north,2,false,\n2,a,2020-01-02,south,,true,y\n',
    );
    expect([...log.caseAttributes.keys()]).toEqual(['region', 'owner']);
    expect(log.eventAttributes.get('amount')).toEqual({
      kind: 'number',
      values: Float64Array.of(1.5, 2, Number.NaN),
    });
    expect(log.eventAttributes.get('urgent')).toEqual({ kind: 'boolean', values: Uint8Array.of(1, 0, 1) });
  });

  it('finds times that are numbers, by the name of their column or without', async () => {
    for (const [name, digits] of [
      ['ts', '000'],
      ['when it was', '000'],
      ['ts', ''],
      ['epoch', '000000'],
    ] as const) {
      const { log } = await read(`ticket,step,${name}\n1,a,1577836800${digits}\n1,b,1577923200${digits}\n`);
      expect(Array.from(log.time, isoMicroseconds)).toEqual(['2020-01-01T00:00:00Z', '2020-01-02T00:00:00Z']);
    }
  });

  it('tells which columns were guessed, unless their names leave no doubt', async () => {
    const rows = '1,a,2020-01-01T00:00:00Z\n';
    expect((await read(`Case ID,Activity,timestamp\n${rows}`)).report.notes).toEqual([]);
    expect((await read(`ticket,Activity,ts\n${rows}`)).report.notes).toEqual([
      'Taken by name or values: “ts” as the time, “ticket” as the case. Name others with --time COLUMN.',
    ]);
  });

  it('tells an empty transition from one that is not there', async () => {
    const { log } = await read(
      'case,activity,time,lifecycle\n1,a,2020-01-01,start\n1,a,2020-01-02,\n1,a,2020-01-03\n1,a,2020-01-04,Complete\n',
    );
    expect(logFacts(log).lifecycle_transitions).toEqual({ start: 1, '': 2, complete: 1 });
    expect(logFacts(log).views['name+lifecycle']?.activity_counts).toEqual({
      'a+start': 1,
      'a+': 1,
      'a+None': 1,
      'a+Complete': 1,
    });
  });

  it('gives the same log whatever the pieces', async () => {
    const text = 'case,activity,time\n1,"a, b",2020-01-01\n2,c,2020-01-02\n';
    const whole = await readLog(inPieces(text));
    expect(await readLog(inPieces(text, 3))).toEqual(whole);
  });

  it('reads changes of status, leaving out rows without one', async () => {
    const { log, report } = await read(
      'issue_key,status_from_name,status_to_name,status_change_date\nA-1,To Do,Doing,2020-01-01\nA-1,Doing,Done,2020-01-02\nA-2,,,\n',
    );
    expect(report.format).toBe('jira-csv');
    expect(tracesOf(log)).toEqual({ 'A-1': 'Doing Done' });
    expect(report.leftOut).toEqual([{ reason: 'no_status_change', count: 1, examples: ['line 4'] }]);
  });
});
