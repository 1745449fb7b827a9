/**
 * The part of a place's records that a view is shown from where there are too many to hold: the first of its order,
 * and more as somebody comes near the end. The engine that answers for all answers for the part; what only all of
 * them can say (how many, sums, groups) the server says.
 */
import type { Replica } from '@throughline/client';
import type { WindowTotals } from '@throughline/contract';
import type { Field } from '@throughline/model';
import {
  holds,
  isGroupable,
  isMeasure,
  isSortable,
  makeSchema,
  typeOf,
  type RecordColumns,
  type Schema,
  type ViewQuery,
} from '@throughline/view';

export interface WindowState {
  /** Whether the first answer is here. */
  readonly isOpen: boolean;
  /** The newest question is still under way; what is shown answers the one before. */
  readonly isAsking: boolean;
  readonly loaded: number;
  /** How many there are of what is asked for; undefined until it is known. */
  readonly count: number | undefined;
  /** The newest question could not be answered. */
  readonly hasFailed: boolean;
}

export interface RecordWindow {
  /** Shows a query's first records, up to `goal`, once they are here. */
  readonly ask: (query: ViewQuery, goal: number) => void;
  /** Asks for the next part, unless one is under way or there is none. */
  readonly more: () => void;
  /** Asks again what could not be answered. */
  readonly retry: () => void;
  /** Whether a query is answered from the records here. */
  readonly covers: (query: ViewQuery) => boolean;
  readonly has: (id: string) => boolean;
  /** As it is answered here: the server alone can tell whom a condition keeps that measures beside all others. */
  readonly toLocal: (query: ViewQuery) => ViewQuery;
  /** Those of a place's records that are held: of spaces that are here whole, and of the part. */
  readonly pick: (columns: RecordColumns) => RecordColumns;
  /** A record has come to look different: whether it belongs here, as what is new does. */
  readonly admit: (id: string) => boolean;
  /** Of all records; undefined until the server has said. */
  readonly totals: (query: ViewQuery) => WindowTotals | undefined;
  /** Records have changed: totals are asked for again after a while. */
  readonly outdate: () => void;
  /** The same object until it changes. */
  readonly state: () => WindowState;
  readonly subscribe: (listener: () => void) => () => void;
}

export interface WindowOptions {
  readonly entity: string;
  /** The spaces that are not here whole. */
  readonly spaces: readonly string[];
  /** Whether the place has no other spaces. */
  readonly isAll: boolean;
  readonly replica: Replica;
  readonly schema: () => Schema;
  /** Other records are to be shown. */
  readonly onReplaced: () => void;
  readonly onTotals: () => void;
}

const part = 500;
const settleMs = 1500;
const closed: WindowState = { isOpen: false, isAsking: false, loaded: 0, count: undefined, hasFailed: false };

export function makeRecordWindow(options: WindowOptions): RecordWindow {
  const { entity, spaces, replica } = options;
  const listeners = new Set<() => void>();
  /** All that ever was asked for: what else comes is new. */
  const known = new Set<string>();
  let ids = new Set<string>();
  let asked: { readonly query: ViewQuery; readonly goal: number } | undefined;
  let answered: ViewQuery | undefined;
  let cursors = new Map<string, string | null>();
  let state = closed;
  let turn = 0;
  const totals = makeTotals(options, (count) => change({ count }));

  function change(next: Partial<WindowState>): void {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }
  function announce(found: readonly string[]): void {
    for (const id of found) known.add(id);
  }
  /** The next part of each space that has more; a first one where there are no cursors yet. */
  async function load(query: ViewQuery, from: ReadonlyMap<string, string | null>, limit: number) {
    const open = spaces.filter((space) => from.get(space) !== null);
    const parts = await Promise.all(
      open.map(async (space) => {
        const cursor = from.get(space);
        const window = { entity, space, query: orderByGroups(query, options.schema()), limit };
        return replica.loadWindow({ ...window, ...(cursor ? { cursor } : {}) }, announce);
      }),
    );
    return {
      ids: parts.flatMap((each) => each.ids),
      cursors: new Map(open.map((space, at) => [space, parts[at]?.nextCursor ?? null])),
    };
  }
  const hasMore = (): boolean => [...cursors.values()].some((cursor) => cursor !== null);

  async function start(mine: number): Promise<void> {
    if (asked === undefined) return;
    const { query, goal } = asked;
    const first = await load(query, new Map(), Math.min(goal, 2 * part));
    if (mine !== turn) return;
    ids = new Set(first.ids);
    cursors = first.cursors;
    answered = query;
    options.onReplaced();
    change({ isOpen: true, isAsking: false, loaded: ids.size, hasFailed: false });
    while (mine === turn && ids.size < goal && hasMore()) await next(mine);
  }
  async function next(mine: number): Promise<void> {
    if (answered === undefined) return;
    const found = await load(answered, cursors, 2 * part);
    if (mine !== turn) return;
    cursors = found.cursors;
    const fresh = found.ids.filter((id) => !ids.has(id));
    for (const id of fresh) ids.add(id);
    options.onReplaced();
    change({ isAsking: false, loaded: ids.size, hasFailed: false });
  }
  function run(work: (mine: number) => Promise<void>): void {
    const mine = ++turn;
    change({ isAsking: true });
    work(mine).catch(() => {
      // What is shown stays; the strip above it offers to try again.
      if (mine === turn) change({ isAsking: false, hasFailed: true });
    });
  }

  return {
    ask: (query, goal) => {
      if (asked !== undefined && asked.goal >= goal && isSame(asked.query, query)) return;
      asked = { query, goal };
      totals.forget();
      totals.count(query);
      run(start);
    },
    retry: () => run(answered !== undefined && asked?.query === answered ? next : start),
    more: () => {
      if (!state.isAsking && !state.hasFailed && hasMore()) run(next);
    },
    covers: (query) => answered !== undefined && isSame(answered, { ...query, group: answered.group }),
    pick: (columns) => pickRows(columns, (id, space) => ids.has(id) || !spaces.includes(String(space))),
    toLocal: (query) => {
      const { where, ...rest } = query;
      return where !== undefined && holds(where, options.schema(), isMeasure) ? rest : query;
    },
    has: (id) => ids.has(id),
    admit: (id) => {
      if (known.has(id)) return ids.has(id);
      known.add(id);
      ids.add(id);
      return true;
    },
    totals: totals.of,
    outdate: () => totals.outdate(),
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function pickRows(
  { ids, column }: RecordColumns,
  keeps: (id: string, space: unknown) => boolean,
): RecordColumns {
  const places = column('space');
  const rows = [...ids.keys()].filter((row) => keeps(ids[row] ?? '', places?.[row]));
  const pick = <Value>(values: ArrayLike<Value>): readonly Value[] => rows.map((row) => values[row] as Value);
  return {
    ids: pick(ids),
    column: (field) => {
      const values = column(field);
      return values && pick(values);
    },
  };
}

/** Whether the same records come in the same order. */
function isSame(a: ViewQuery, b: ViewQuery): boolean {
  const partOf = ({ where, order, group }: ViewQuery): string => JSON.stringify([where, order, group]);
  return partOf(a) === partOf(b);
}

/** Groups are filled one after the other. */
function orderByGroups(query: ViewQuery, schema: Schema): ViewQuery {
  const groups = query.group.filter(
    ({ by }) => isSortable(typeOf(by, schema)) && isGroupable(typeOf(by, schema)),
  );
  return { ...query, order: [...groups, ...query.order], group: [], aggregates: [], columns: [] };
}

interface Totals {
  readonly of: (query: ViewQuery) => WindowTotals | undefined;
  readonly count: (query: ViewQuery) => void;
  readonly outdate: () => void;
  readonly forget: () => void;
}

/** Answers are kept while new ones are on their way. */
function makeTotals(
  { entity, spaces, isAll, replica, onTotals }: WindowOptions,
  onCount: (count: number | undefined) => void,
): Totals {
  const answers = new Map<string, WindowTotals | undefined>();
  let counted: ViewQuery | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const read = (query: ViewQuery): Promise<readonly WindowTotals[]> =>
    Promise.all(spaces.map((space) => replica.readTotals({ entity, space, query })));
  async function ask(name: string, query: ViewQuery): Promise<void> {
    answers.set(name, answers.get(name));
    const [found] = await read(query).catch(() => []);
    if (found === undefined || !answers.has(name)) return;
    answers.set(name, found);
    onTotals();
  }
  async function count(query: ViewQuery): Promise<void> {
    counted = query;
    const found = await read({ ...query, order: [], group: [], aggregates: [] }).catch(() => undefined);
    if (counted === query && found !== undefined) onCount(found.reduce((sum, each) => sum + each.count, 0));
  }
  return {
    of: (query) => {
      if (!isAll || spaces.length !== 1) return undefined;
      const { where, group, aggregates } = query;
      if (group.length === 0 && aggregates.length === 0) return undefined;
      const name = JSON.stringify([where, group, aggregates]);
      if (!answers.has(name)) void ask(name, { ...query, order: [] });
      return answers.get(name);
    },
    count: (query) => {
      onCount(undefined);
      void count(query);
    },
    forget: () => answers.clear(),
    outdate: () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        for (const name of answers.keys()) {
          const [where, group, aggregates] = JSON.parse(name) as [
            ViewQuery['where'],
            ViewQuery['group'],
            ViewQuery['aggregates'],
          ];
          const query = { version: 1, entity, order: [], group, aggregates, columns: [] } as const;
          void ask(name, where ? { ...query, where } : query);
        }
        if (counted !== undefined) void count(counted);
      }, settleMs);
    },
  };
}

/** Formulas that measure a record beside all others are numbers that the server has told. */
export function windowFields(entity: string, fields: readonly Field[]): readonly Field[] {
  const schema = makeSchema({ entity, fields });
  return fields.map((field) => {
    const formula = schema.formula(field.id);
    return formula !== undefined && holds(formula, schema, isMeasure)
      ? { ...field, type: 'number', config: field.config.rules ? { rules: field.config.rules } : {} }
      : field;
  });
}
