/** What each figure must reach. `of` says whether the goal is for the value or for its ratio to the baseline. */
export type Goal = { readonly op: '<=' | '>='; readonly value: number; readonly of: 'value' | 'ratio' };

export const GOALS: Readonly<Record<string, Goal>> = {
  'view.query': { op: '<=', value: 10, of: 'value' },
  'view.query.speedup': { op: '>=', value: 5, of: 'value' },
  'view.edit': { op: '<=', value: 1, of: 'value' },
  'view.edit.normalised': { op: '<=', value: 20, of: 'value' },
  'writes.embedded': { op: '>=', value: 0.5, of: 'ratio' },
  'writes.postgres': { op: '>=', value: 0.5, of: 'ratio' },
  'live.latency': { op: '<=', value: 50, of: 'value' },
  'import.embedded': { op: '>=', value: 1000, of: 'value' },
  'import.postgres': { op: '>=', value: 3000, of: 'value' },
  'list.scroll': { op: '<=', value: 1, of: 'value' },
  'list.edit': { op: '<=', value: 16.7, of: 'value' },
  'space.cold': { op: '<=', value: 2000, of: 'value' },
  'space.local': { op: '<=', value: 700, of: 'value' },
  'space.decode': { op: '<=', value: 250, of: 'value' },
  'space.view': { op: '<=', value: 100, of: 'value' },
  'space.sort': { op: '<=', value: 50, of: 'value' },
  'space.filter': { op: '<=', value: 50, of: 'value' },
  'space.group': { op: '<=', value: 50, of: 'value' },
  'space.memory': { op: '<=', value: 150, of: 'value' },
  'space.snapshot': { op: '<=', value: 92, of: 'value' },
  'matrix.drag': { op: '>=', value: 50, of: 'value' },
  'board.drag': { op: '>=', value: 50, of: 'value' },
  'board.drag.cpu': { op: '<=', value: 16.7, of: 'value' },
  'timeline.drag': { op: '>=', value: 50, of: 'value' },
  'timeline.drag.cpu': { op: '<=', value: 16.7, of: 'value' },
  'flow.facts': { op: '<=', value: 1200, of: 'value' },
  'flow.loaded': { op: '<=', value: 30, of: 'value' },
  'flow.read.speedup': { op: '>=', value: 10, of: 'value' },
  'flow.csv.5m': { op: '<=', value: 12_000, of: 'value' },
  'flow.csv.memory': { op: '<=', value: 1000, of: 'value' },
  'flow.csv.linear': { op: '<=', value: 1.5, of: 'value' },
  'flow.graph': { op: '<=', value: 400, of: 'value' },
  'flow.redraw': { op: '<=', value: 250, of: 'value' },
  'forecast.graph': { op: '<=', value: 150, of: 'value' },
  'forecast.backtest': { op: '<=', value: 500, of: 'value' },
  'text.similar.query': { op: '<=', value: 20, of: 'value' },
  'text.similar.add': { op: '<=', value: 5, of: 'value' },
  'text.similar.reindex': { op: '<=', value: 180, of: 'value' },
  'text.similar.memory': { op: '<=', value: 400, of: 'value' },
  'text.duplicates.hit10': { op: '>=', value: 0.72, of: 'value' },
  'text.duplicates.mrr': { op: '>=', value: 0.55, of: 'value' },
  'text.search.reviews.p10': { op: '>=', value: 0.62, of: 'value' },
};

export function isReached(
  { op, value, of }: Goal,
  measure: { readonly value: number; readonly ratio?: number },
): boolean {
  const figure = of === 'ratio' ? (measure.ratio ?? Number.NaN) : measure.value;
  return op === '<=' ? figure <= value : figure >= value;
}
