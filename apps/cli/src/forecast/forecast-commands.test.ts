import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addForecastCommands } from './add-forecast-commands.ts';

const directory = mkdtempSync(join(tmpdir(), 'throughline-forecast-'));
afterAll(() => rmSync(directory, { recursive: true }));

let printed = '';
let told = '';
beforeEach(() => {
  printed = '';
  told = '';
  process.exitCode = 0;
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((printed += String(text)), true));
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((told += String(text)), true));
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = 0;
});

async function run(...args: readonly string[]): Promise<number> {
  const program = new Command('throughline').option('--json', 'as JSON');
  addForecastCommands(program);
  await program.parseAsync(['node', 'throughline', ...args]);
  return Number(process.exitCode ?? 0);
}

function file(name: string, text: string): string {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
}

/** A list in which each week, from Monday 5 January 2026 on, so many items were done. */
function itemList(name: string, counts: readonly number[]): string {
  const rows = counts.flatMap((count, week) =>
    Array.from({ length: count }, (_, at) => {
      const done = new Date(Date.parse('2026-01-05') + week * 7 * 86_400_000 + (at % 7) * 86_400_000);
      return `T-${week}${at},2026-01-01,${done.toISOString().slice(0, 10)}`;
    }),
  );
  return file(name, `key,created,resolved\n${rows.join('\n')}\n`);
}

const STEADY = Array.from({ length: 30 }, (_, week) => 7 + (week % 3));

describe('throughline forecast', () => {
  it('answers how many and when, and what that rests on', async () => {
    expect(
      await run('forecast', itemList('steady.csv', STEADY), '--weeks', '4', '--items', '40', '--json'),
    ).toBe(0);
    const { how_many: count, when, history, support } = JSON.parse(printed);
    expect([history.from, history.until, history.periods, history.items]).toEqual([
      '2026-01-05',
      '2026-08-03',
      30,
      240,
    ]);
    expect([count.periods, count.until, support.verdict]).toEqual([4, '2026-08-31', 'yes']);
    expect(Object.keys(count.at_least)).toEqual(['50%', '70%', '85%', '95%']);
    expect(count.at_least['85%']).toBeGreaterThan(18);
    expect(count.at_least['85%']).toBeLessThanOrEqual(32);
    expect(when.periods['85%']).toBeGreaterThanOrEqual(5);
    expect(when.dates['85%'] > '2026-09-01').toBe(true);
  });

  it('says it in words first', async () => {
    await run('forecast', itemList('steady.csv', STEADY), '--by', '2026-09-15');
    expect(printed).toMatch(/^In the next 6 weeks, until 2026-09-14:/);
    expect(printed).toContain('Based on 240 items done in 30 weeks, 2026-01-05 up to 2026-08-03');
  });

  it.each([
    [
      'a history of three weeks',
      () => itemList('three.csv', [3, 4, 5]),
      ['--items', '5'],
      'The history has 3 weeks',
    ],
    [
      'a silent past',
      () => itemList('silent.csv', [3, 4, 5, 4, 3]),
      ['--items', '5', '--as-of', '2026-09-07'],
      'Nothing was done in the last 12 weeks',
    ],
    ['no question', () => itemList('steady.csv', STEADY), [], 'What is to be forecast?'],
    [
      'a date in the past',
      () => itemList('steady.csv', STEADY),
      ['--by', '2026-01-01'],
      'No whole week lies between',
    ],
    [
      'half an item',
      () => itemList('steady.csv', STEADY),
      ['--items', '0.5'],
      '--items “0.5” is not a whole number',
    ],
    ['a file without dates', () => file('none.csv', 'a,b\n1,2\n'), ['--items', '5'], 'No column looks like'],
    ['no file', () => join(directory, 'missing.csv'), ['--items', '5'], 'no such file'],
  ])('refuses %s, with exit code 2', async (_, make, options, message) => {
    expect(await run('forecast', make(), ...options)).toBe(2);
    expect(told).toContain(message);
    expect(printed).toBe('');
  });

  it('scores its own past, in the shape that is agreed', async () => {
    expect(await run('forecast', 'backtest', itemList('steady.csv', STEADY), '--json')).toBe(0);
    const { T: project } = JSON.parse(printed);
    expect(Object.keys(project)).toEqual([
      'window 12 weeks, horizon 4 weeks',
      'window 12 weeks, horizon 12 weeks',
    ]);
    const keys = ['forecasts', 'held_50', 'held_70', 'held_85', 'held_95', 'median_width'];
    expect(Object.keys(project['window 12 weeks, horizon 4 weeks'])).toEqual([...keys, 'bootstrap']);
    expect(project['window 12 weeks, horizon 4 weeks'].forecasts).toBe(15);
  });

  it('runs through a graph, and names a circle', async () => {
    const graph = {
      start: '2026-03-02',
      due: '2026-03-10',
      items: [
        { id: 'a', days: 3 },
        { id: 'b', days: 4, depends_on: ['a'] },
      ],
    };
    expect(await run('forecast', 'graph', file('graph.json', JSON.stringify(graph)), '--json')).toBe(0);
    expect(JSON.parse(printed).end).toMatchObject({ p50: 7, onTime: 1, expectedDelay: 0 });
    const circle = {
      items: [
        { id: 'a', days: 3, depends_on: ['b'] },
        { id: 'b', days: 4, depends_on: ['a'] },
      ],
    };
    expect(await run('forecast', 'graph', file('circle.json', JSON.stringify(circle)))).toBe(2);
    expect(told).toContain('The dependencies go round in a circle: a → b → a.');
  });

  it('needs sprints enough to learn from', async () => {
    expect(
      await run(
        'forecast',
        'sprint',
        file('sprints.csv', 'board,sprint,planned,todo,inprogress,done,delivered\nA,1,5,3,1,1,4\n'),
      ),
    ).toBe(2);
    expect(told).toContain('The file has 1 sprints, too few to learn from.');
  });
});

describe('throughline flow', () => {
  const changes = file(
    'changes.csv',
    ['issue_key,status_from_name,status_to_name,status_to_category_name,status_change_date']
      .concat(
        Array.from({ length: 6 }, (_, at) => [
          `A-${at},To Do,In Progress,In Progress,2026-03-0${at + 1}T08:00:00Z`,
          `A-${at},In Progress,Ready,In Progress,2026-03-0${at + 1}T12:00:00Z`,
          `A-${at},Ready,Test,In Progress,2026-03-0${at + 2}T12:00:00Z`,
          `A-${at},Test,Done,Done,2026-03-0${at + 2}T14:00:00Z`,
        ]).flat(),
      )
      .join('\n'),
  );

  it('measures changes of status', async () => {
    expect(await run('flow', 'metrics', changes, '--stages', '{"waiting": ["Ready"]}', '--json')).toBe(0);
    const { items, done, cycle_time_days: cycle, flow_efficiency: efficiency } = JSON.parse(printed);
    expect([items, done, cycle.p50, efficiency]).toEqual([6, 6, 1.25, 0.2]);
  });

  it('finds where time is lost', async () => {
    expect(await run('flow', 'bottlenecks', changes, '--stages', '{"waiting": ["Ready"]}', '--json')).toBe(0);
    expect(JSON.parse(printed).bottlenecks[0]).toMatchObject({
      kind: 'step',
      step: 'Test',
      lost_hours: 144,
      cases: 6,
    });
  });

  it('says what a change would do, and refuses one that cannot be', async () => {
    expect(
      await run(
        'flow',
        'simulate',
        changes,
        '--rounds',
        '2',
        '--change',
        '{"steps": {"Test": {"delay": 0}}}',
        '--json',
      ),
    ).toBe(0);
    const { effects } = JSON.parse(printed);
    expect(effects.mean_lead_hours.difference).toBeLessThan(0);
    expect(await run('flow', 'simulate', changes, '--change', '{"steps": {"Nap": {"delay": 0}}}')).toBe(2);
    expect(told).toContain('There is no step “Nap”.');
  });

  it('refuses to look for bottlenecks in a list of items', async () => {
    expect(await run('flow', 'bottlenecks', itemList('steady.csv', STEADY))).toBe(2);
    expect(told).toContain('it does not say what happened to them on the way');
  });
});
