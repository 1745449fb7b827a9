import type { Expression } from '@throughline/view';

/** Feedback that is given to whoever looks (`me`), to nobody (`none`), or to the team of an id; undefined for all. */
export function whoseQuery(whose: string | undefined, me: string): Expression | undefined {
  if (whose === undefined) return undefined;
  if (whose === 'me') return isRecord('owner', me);
  if (whose === 'none') return { type: 'and', items: [isEmpty('owner'), isEmpty('team')] };
  return isRecord('team', whose);
}

/** Both, where there are two. */
export function allOf(one: Expression | undefined, other: Expression | undefined): Expression | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return { type: 'and', items: [one, other] };
}

function isRecord(name: string, id: string): Expression {
  const left = { type: 'field', field: name } as const;
  return { type: 'compare', operator: '=', left, right: { type: 'record', id } };
}

function isEmpty(name: string): Expression {
  return { type: 'isEmpty', value: { type: 'field', field: name } };
}
