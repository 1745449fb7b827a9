/** Sprints from a CSV: one row a sprint, columns found by their names. */
import { readTable, type Table, type TableRow } from '../items/read-table.ts';
import { FlowRefusal } from '../read/flow-refusal.ts';
import type { LeftOut } from '../read/left-out.ts';
import { LeftOutCounter } from '../read/left-out.ts';
import type { Chunks } from '../read/read-options.ts';
import { committedPoints, type Sprint } from './sprint.ts';

type Part = Exclude<keyof Sprint, 'delivered'> | 'delivered' | 'difference';

/** Names as exports have them, folded. */
const NAMES: Readonly<Record<Part, readonly string[]>> = {
  board: ['boardid', 'board', 'team', 'project'],
  id: ['sprintid', 'sprint', 'id', 'iteration', 'iterationid'],
  name: ['name', 'sprintname'],
  plannedDays: ['planday', 'planneddays', 'days', 'length'],
  planned: ['velstarttime', 'planned', 'plannedpoints', 'committed', 'committedpoints'],
  added: ['veladded', 'added', 'addedpoints'],
  removed: ['velremoved', 'removed', 'removedpoints'],
  todo: ['veltodo', 'todo', 'todopoints'],
  inProgress: ['velinprogress', 'inprogress', 'inprogresspoints'],
  done: ['veldone', 'done', 'donepoints'],
  itemsInProgress: ['noissueinprogress', 'itemsinprogress', 'issuesinprogress'],
  delivered: ['delivered', 'deliveredpoints', 'velocity'],
  difference: ['veldiff', 'difference'],
};

const NEEDED: readonly Part[] = ['planned', 'todo', 'inProgress', 'done'];

export type SprintsRead = { readonly sprints: readonly Sprint[]; readonly leftOut: readonly LeftOut[] };

/** In the order of their ids, numbers by size: trackers number sprints as they are made. */
export async function readSprints(chunks: Chunks): Promise<SprintsRead> {
  const table = await readTable(chunks);
  const columns = findColumns(table);
  const leftOut = new LeftOutCounter();
  const sprints = table.rows.flatMap((row) => {
    const sprint = parseSprint(repair(row, table, columns), columns);
    if (sprint === null) leftOut.add('bad_row', () => `line ${row.line}`);
    return sprint === null ? [] : [sprint];
  });
  return { sprints: sprints.toSorted((a, b) => compareIds(a.id, b.id)), leftOut: leftOut.list() };
}

type Columns = ReadonlyMap<Part, number>;

function findColumns({ header }: Table): Columns {
  const folded = header.map((name) => name.toLowerCase().replace(/[^a-z]/g, ''));
  const parts = Object.keys(NAMES) as Part[];
  const found = new Map(
    parts.flatMap((part) => {
      const column = NAMES[part].map((name) => folded.indexOf(name)).find((at) => at >= 0);
      return column === undefined ? [] : [[part, column] as const];
    }),
  );
  const missing = NEEDED.filter((part) => !found.has(part));
  if (missing.length === 0) return found;
  throw new FlowRefusal('unknown_column', {
    message: `No column looks like the points ${missing.join(', ')}.`,
    why: `The file has ${header.map((name) => `“${name}”`).join(', ')}.`,
    fix: 'Name them planned, added, removed, todo, inprogress, done and delivered.',
  });
}

/** A name with commas in it, unquoted, spills into cells of its own: they belong to it. */
function repair({ cells }: TableRow, { header }: Table, columns: Columns): readonly string[] {
  const extra = cells.length - header.length;
  const name = columns.get('name');
  if (extra <= 0 || name === undefined) return cells;
  return [
    ...cells.slice(0, name),
    cells.slice(name, name + extra + 1).join(', '),
    ...cells.slice(name + extra + 1),
  ];
}

function parseSprint(cells: readonly string[], columns: Columns): Sprint | null {
  const text = (part: Part): string => cells[columns.get(part) ?? -1] ?? '';
  const number = (part: Part): number => (text(part) === '' ? 0 : Number(text(part)));
  const sprint = {
    board: text('board'),
    id: text('id'),
    name: text('name'),
    plannedDays: number('plannedDays'),
    planned: number('planned'),
    added: number('added'),
    removed: number('removed'),
    todo: number('todo'),
    inProgress: number('inProgress'),
    done: number('done'),
    itemsInProgress: number('itemsInProgress'),
    delivered: text('delivered') === '' ? null : number('delivered'),
  };
  const delivered =
    text('difference') === '' ? sprint.delivered : committedPoints(sprint) + number('difference');
  const isWhole = Object.values({ ...sprint, delivered }).every((value) => !Number.isNaN(value));
  return isWhole ? { ...sprint, delivered } : null;
}

function compareIds(a: string, b: string): number {
  const difference = Number(a) - Number(b);
  if (!Number.isNaN(difference)) return difference;
  return a < b ? -1 : a > b ? 1 : 0;
}
