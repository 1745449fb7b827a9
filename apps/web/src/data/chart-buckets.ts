/** Stretches of dates or numbers as a query knows them: an expression that says in which one a record lies. */
import type { Expression, Period } from '@throughline/view';

const dayMs = 86_400_000;
/** Beyond so many stretches nobody reads a chart; the next longer ones are taken. */
const mostBuckets = 400;
const longer: Readonly<Record<Period, Period | undefined>> = {
  day: 'week',
  week: 'month',
  month: 'quarter',
  quarter: 'year',
  year: undefined,
};

export interface PeriodEdges {
  readonly period: Period;
  /** Milliseconds; each stretch ends where the next begins, and the last edge ends the last. */
  readonly edges: readonly number[];
}

/** The beginnings of all periods from the one of the first date to the one of the last. */
export function periodEdges(first: number, last: number, period: Period): PeriodEdges {
  const edges = [startOfPeriod(first, period)];
  while ((edges.at(-1) as number) <= last) {
    if (edges.length > mostBuckets) {
      const next = longer[period];
      if (next !== undefined) return periodEdges(first, last, next);
    }
    edges.push(nextPeriod(edges.at(-1) as number, period));
  }
  return { period, edges };
}

const months: Readonly<Record<'month' | 'quarter' | 'year', number>> = { month: 1, quarter: 3, year: 12 };

/** Weeks begin on Monday. */
export function startOfPeriod(moment: number, period: Period): number {
  const day = Math.floor(moment / dayMs) * dayMs;
  if (period === 'day') return day;
  const date = new Date(day);
  if (period === 'week') return day - ((date.getUTCDay() + 6) % 7) * dayMs;
  const length = months[period];
  return utc(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / length) * length);
}

function nextPeriod(start: number, period: Period): number {
  if (period === 'day') return start + dayMs;
  if (period === 'week') return start + 7 * dayMs;
  const date = new Date(start);
  return utc(date.getUTCFullYear(), date.getUTCMonth() + months[period]);
}

/** `Date.UTC` takes years below 100 for those of the last century. */
function utc(year: number, month: number): number {
  return new Date(0).setUTCFullYear(year, month, 1);
}

export type Edge = (value: number) => Expression;

export function dateEdge(value: number): Expression {
  const text = new Date(value).toISOString();
  return { type: 'date', value: text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text };
}

export function numberEdge(value: number): Expression {
  return { type: 'number', value };
}

/** The position of the stretch that a value lies in, found by halving; empty where the value is. */
export function bucketExpression(of: Expression, edges: readonly number[], edge: Edge): Expression {
  const find = (from: number, to: number): Expression => {
    if (to - from <= 1) return { type: 'number', value: from };
    const middle = (from + to) >> 1;
    return choose({ type: 'compare', operator: '<', left: of, right: edge(edges[middle] as number) }, [
      find(from, middle),
      find(middle, to),
    ]);
  };
  return choose({ type: 'not', item: { type: 'isEmpty', value: of } }, [find(0, edges.length - 1)]);
}

function choose(condition: Expression, values: readonly Expression[]): Expression {
  return { type: 'call', name: 'if', arguments: [condition, ...values] };
}

/** The records of one stretch. The last of numbers holds its end as well. */
export function bucketCondition(
  of: Expression,
  [from, to]: readonly [Expression, Expression],
  isClosed = false,
): Expression {
  return {
    type: 'and',
    items: [
      { type: 'compare', operator: '>=', left: of, right: from },
      { type: 'compare', operator: isClosed ? '<=' : '<', left: of, right: to },
    ],
  };
}

/** Both conditions, without brackets that say nothing. */
export function bothOf(a: Expression | undefined, b: Expression | undefined): Expression | undefined {
  const items = [a, b].flatMap((part) =>
    part === undefined ? [] : part.type === 'and' ? part.items : [part],
  );
  return items.length <= 1 ? items[0] : { type: 'and', items };
}
