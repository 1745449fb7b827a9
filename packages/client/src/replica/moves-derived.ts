import { isEqualJson } from '@throughline/base';
import type { SyncChange } from '@throughline/contract';
import { optionNumbers, type FieldConfig, type Model, type Values } from '@throughline/model';

/** Whether a change of a field makes the server derive other values: none of the records concerned has changed. */
export function movesDerived(
  model: Model,
  { before, after }: Pick<SyncChange, 'before' | 'after'>,
  type: string,
): boolean {
  // Formulas are reckoned here.
  if (after === null || type === 'formula') return false;
  // One that is back has its values again; one that is only renamed says nothing new.
  if (after['archivedAt'] === null) return true;
  if (!('config' in after)) return false;
  if (model.findFieldType(type)?.derived === true) return true;
  const isCounted = before !== null || isForAll(model, after);
  return isCounted && !isEqualJson(countsOf(before), countsOf(after));
}

/** A new record of a field that records have values of already: the workspace's own options of a built-in one. */
function isForAll(model: Model, { in: space, entity, key }: Values): boolean {
  const declared = typeof entity === 'string' ? model.findEntity(entity) : undefined;
  return (space ?? null) === null && declared?.fields.some((field) => field.key === key) === true;
}

/** What each option counts: rollups reckon with it. */
function countsOf(values: Values | null): Readonly<Record<string, number>> {
  const config = (values?.['config'] ?? {}) as FieldConfig;
  return Object.fromEntries(optionNumbers({ config }));
}
