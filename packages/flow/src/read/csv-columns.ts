/** Which column of a CSV is the case, the activity, the time: by its name, else by its values. */
import { COLUMN_NAMES } from './column-names.ts';
import { FlowRefusal } from './flow-refusal.ts';
import type { Columns, Role } from './read-options.ts';
import { parseTimeText } from './time-text.ts';

/** How many of the names for a case leave no doubt. */
const SURE_CASE_NAMES = 12;

const NEEDED = ['case', 'activity', 'time'] as const;
const TRANSITIONS =
  /^(start|complete|schedule|assign|reassign|suspend|resume|withdraw|ate_abort|pi_abort|autoskip|manualskip|abort|unknown|end|finish|completed|started)$/i;

export type CsvSample = {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** The index of each part's column; parts that are not there are left out. */
export function guessColumns(sample: CsvSample, given: Columns): ReadonlyMap<Role, number> {
  const found = new Map<Role, number>();
  for (const [role, name] of Object.entries(given) as [Role, string][])
    found.set(role, findGiven(sample.header, role, name));
  for (const role of ['time', 'start', 'case', 'activity', 'lifecycle', 'resource'] as const) {
    if (found.has(role)) continue;
    const column = byName(sample, role, found) ?? byValues(sample, role, found);
    if (column !== null) found.set(role, column);
  }
  const missing = NEEDED.filter((role) => !found.has(role));
  if (missing.length > 0) throw refuseMissing(missing, sample.header);
  return found;
}

/** How many of the names for a part are those of XES, Disco and bupaR. */
const STANDARD_NAMES: Readonly<Record<Role, number>> = {
  case: 4,
  activity: 3,
  time: 4,
  start: 2,
  lifecycle: 3,
  resource: 3,
};

/** Whether a column says by its name alone which part it is, rather than being guessed. */
export function isStandardColumn(role: Role, name: string): boolean {
  return COLUMN_NAMES[role].slice(0, STANDARD_NAMES[role]).includes(fold(name));
}

function findGiven(header: readonly string[], role: Role, name: string): number {
  const exact = header.lastIndexOf(name);
  if (exact >= 0) return exact;
  const folded = header.map(fold).lastIndexOf(fold(name));
  if (folded >= 0) return folded;
  throw new FlowRefusal('unknown_column', {
    message: `There is no column “${name}” for --${role}.`,
    why: `The file has ${list(header)}.`,
    fix: 'Name one of them.',
  });
}

function refuseMissing(missing: readonly Role[], header: readonly string[]): FlowRefusal {
  if (header.length === 0)
    return new FlowRefusal('no_events', {
      message: 'The file is empty.',
      why: 'It has not even a header.',
      fix: 'Check that it is the file you mean, or export it again.',
    });
  return new FlowRefusal('unknown_column', {
    message: `No column looks like the ${missing.join(' or the ')}.`,
    why: `The file has ${list(header)}.`,
    fix: `Say which it is: ${missing.map((role) => `--${role} COLUMN`).join(' ')}.`,
  });
}

function list(header: readonly string[]): string {
  return header
    .slice(0, 40)
    .map((name) => `“${name}”`)
    .join(', ');
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}@]/gu, '');
}

/** `event time:timestamp` is `time:timestamp`. */
function foldForGuess(name: string): string {
  return fold(name).replace(
    /^event(?=orgresource|orgrole|conceptname|timetimestamp|lifecycletransition|user$)/,
    '',
  );
}

/** Of two columns with one name the last is meant, as readers by name have it. */
function byName({ header, rows }: CsvSample, role: Role, taken: ReadonlyMap<Role, number>): number | null {
  const folded = header.map(foldForGuess);
  const others = new Set(taken.values());
  for (const [rank, name] of COLUMN_NAMES[role].entries()) {
    const column = folded.lastIndexOf(name);
    if (column < 0 || others.has(column)) continue;
    const cells = rows.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== '');
    if (rows.length === 0) return column;
    const isWeak = role === 'case' && rank >= SURE_CASE_NAMES;
    if (fits(cells, role) && !(isWeak && isAllDifferent(cells))) return column;
  }
  return null;
}

/** A column named `id` that never repeats numbers the rows. */
function isAllDifferent(cells: readonly string[]): boolean {
  return cells.length > 9 && new Set(cells).size === cells.length;
}

function fits(filled: readonly string[], role: Role): boolean {
  if (role === 'time' || role === 'start') return shareOf(filled, isTime) > 0.5;
  if (role === 'lifecycle') return filled.length === 0 || shareOf(filled, isTransition) > 0.8;
  if (role === 'activity') return filled.length > 0 && shareOf(filled, isTime) < 0.5;
  return filled.length > 0 || role === 'resource';
}

function shareOf(cells: readonly string[], is: (cell: string) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter(is).length / cells.length;
}

function isTransition(cell: string): boolean {
  return TRANSITIONS.test(cell.trim());
}

function isTime(cell: string): boolean {
  return cell.trim().length >= 6 && parseTimeText(cell.trim(), 'day-first') !== null;
}

/** Seconds, or thousandths or less of them, of a day from 1990 to 2100. */
function isEpoch(cell: string): boolean {
  const text = cell.trim();
  const seconds = Number(text) / 10 ** (text.replace(/\..*$/, '').length - 10);
  return (
    /^(?:\d{10}|\d{13}|\d{16}|\d{19})(?:\.\d+)?$/.test(text) &&
    seconds > 631_152_000 &&
    seconds < 4_102_444_800
  );
}

/** Without a name to go by: a column of dates; one of repeated names; one that repeats less, in blocks. */
function byValues({ header, rows }: CsvSample, role: Role, taken: ReadonlyMap<Role, number>): number | null {
  const others = new Set(taken.values());
  const free = header.map((_, column) => column).filter((column) => !others.has(column));
  const cellsOf = (column: number): readonly string[] =>
    rows.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== '');
  if (role === 'time')
    return (
      free.find(
        (column) =>
          cellsOf(column).some((cell) => /[-/:.]/.test(cell)) && shareOf(cellsOf(column), isTime) > 0.9,
      ) ??
      free.find((column) => shareOf(cellsOf(column), isEpoch) === 1) ??
      null
    );
  if (role === 'lifecycle')
    return (
      free.find(
        (column) => new Set(cellsOf(column)).size > 1 && shareOf(cellsOf(column), isTransition) === 1,
      ) ?? null
    );
  if (role === 'case') return caseByValues(free, cellsOf);
  if (role === 'activity') return activityByValues(free, cellsOf);
  return null;
}

type CellsOf = (column: number) => readonly string[];

/** Cases have a few events each: the column with most different values among those that repeat. */
function caseByValues(free: readonly number[], cellsOf: CellsOf): number | null {
  const candidates = free.map((column) => {
    const cells = cellsOf(column);
    return {
      column,
      ratio: new Set(cells).size / Math.max(1, cells.length),
      isTimes: shareOf(cells, isTime) > 0.5,
    };
  });
  const fitting = candidates.filter(({ ratio, isTimes }) => ratio > 0 && ratio <= 0.8 && !isTimes);
  return fitting.toSorted((a, b) => b.ratio - a.ratio)[0]?.column ?? null;
}

/** Activities are words, and few: the first column of text with several values that repeat. */
function activityByValues(free: readonly number[], cellsOf: CellsOf): number | null {
  const candidates = free.map((column) => {
    const cells = cellsOf(column);
    const different = new Set(cells).size;
    const isText = shareOf(cells, (cell) => /\p{L}{2}/u.test(cell)) > 0.9;
    return {
      column,
      isFit: isText && different > 1 && different <= Math.max(2, cells.length / 2),
    };
  });
  return candidates.find(({ isFit }) => isFit)?.column ?? null;
}
