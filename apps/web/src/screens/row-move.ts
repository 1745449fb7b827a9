/** What a row that is dragged elsewhere in a list becomes: another place by hand, the values of another group. */
import type { Json } from '@throughline/base';
import type { Cell, Field, Values } from '@throughline/model';
import type { ListModel, RowDrop } from '../data/list-model.ts';
import type { GroupValue } from '../data/view-list-model.ts';

const single: readonly string[] = ['select', 'person', 'team', 'company', 'checkbox', 'rating'];
const several: readonly string[] = ['multi-select', 'labels', 'people'];

/** A record can be put into a group by giving it the group's value. */
export function isGroupField(field: Field): boolean {
  return field.readOnly !== true && (single.includes(field.type) || several.includes(field.type));
}

/** The row whose group a record dropped there would belong to. */
export function groupRowOf(model: ListModel, { index, side }: RowDrop): number {
  const isHeading = model.rowAt(index).type === 'group';
  return isHeading && side === 'before' ? Math.max(0, index - 1) : index;
}

/**
 * The records before and after the place that stand under the same parent as the one there; the moved one and headings
 * are no neighbours.
 */
export function neighboursAt(
  model: ListModel,
  { index, side }: RowDrop,
  moved: string,
): readonly [string | undefined, string | undefined] {
  const gap = side === 'before' ? index : index + 1;
  const target = model.rowAt(index);
  const depth = target.type === 'record' ? target.depth : 0;
  const sibling = (start: number, step: 1 | -1): string | undefined => {
    for (let at = start; at >= 0 && at < model.rowCount; at += step) {
      const row = model.rowAt(at);
      if (row.type !== 'record' || row.depth < depth) return undefined;
      if (row.depth === depth) return row.id === moved ? undefined : row.id;
    }
    return undefined;
  };
  return [sibling(gap - 1, -1), sibling(gap, 1)];
}

/** The record that the one at a row stands under; null for none. */
export function parentAt(model: ListModel, index: number): string | null {
  const row = model.rowAt(index);
  if (row.type !== 'record' || row.depth === 0) return null;
  for (let at = index - 1; at >= 0; at -= 1) {
    const above = model.rowAt(at);
    if (above.type !== 'record') return null;
    if (above.depth < row.depth) return above.id;
  }
  return null;
}

/** The values that take a record from one group to another; undefined where a group cannot be entered so. */
export function regroup(
  now: Values,
  from: readonly GroupValue[],
  to: readonly GroupValue[],
): Values | undefined {
  const values: Record<string, Json> = {};
  for (const [at, { field, value }] of to.entries()) {
    const before = from[at]?.value ?? null;
    if (before === value) continue;
    if (!isGroupField(field)) return undefined;
    values[field.id] = single.includes(field.type)
      ? (value as Json)
      : exchanged(now[field.id], before, value);
  }
  return values;
}

/** A set with one of its members in place of another. */
function exchanged(set: Json | undefined, before: Cell, after: Cell): Json {
  const members = Array.isArray(set) ? set : [];
  const kept = members.filter((member) => member !== before && member !== after);
  const next = after === null ? kept : [...kept, after as Json];
  return next.length === 0 ? null : next;
}
