/** Changes on their way into the log and out of it: personal values are readable only under the subject's key. */
import { assert, type Json } from '@throughline/base';
import type { Change, Values } from '@throughline/model';
import type { Queryable } from '../database.ts';
import type { NewChange } from '../log-append.ts';
import { readKeys, takeKeys } from './erasure-keys.ts';
import { isSealed, openValue, sealValue } from './sealed-value.ts';

/** Whether a field's values say who somebody is. */
export type IsPersonal = (entity: string, field: string) => boolean;

/** Undefined where nothing in the changes is personal, so that most writes need not wait. */
export function sealChanges(
  tx: Queryable,
  workspace: string,
  { changes, isPersonal }: { readonly changes: readonly NewChange[]; readonly isPersonal: IsPersonal },
): Promise<readonly NewChange[]> | undefined {
  const touches = ({ entity, before, after }: NewChange): boolean =>
    [before, after].some(
      (values) => values !== null && Object.keys(values).some((field) => isPersonal(entity, field)),
    );
  const subjects = [...new Set(changes.filter(touches).map(({ id }) => id))];
  if (subjects.length === 0) return undefined;
  return takeKeys(tx, workspace, subjects).then((keys) =>
    changes.map((change) =>
      mapValues(change, (value, { field, side }) =>
        isPersonal(change.entity, field) ? seal(value, side, keys.get(change.id) ?? null) : value,
      ),
    ),
  );
}

/** After an erasure there is no key: what was is forgotten, and only what replaced it is left to write. */
function seal(value: Json, side: Side, key: Buffer | null): Json {
  if (key === null) return side === 'before' ? null : value;
  return value === null ? null : sealValue(value, key);
}

/** The changes as they were written; values whose key was destroyed are empty. */
export async function openChanges<T extends Change>(
  db: Queryable,
  workspace: string,
  changes: readonly T[],
): Promise<T[]> {
  const sealed = changes.filter(({ before, after }) =>
    [before, after].some((values) => values !== null && Object.values(values).some(isSealed)),
  );
  if (sealed.length === 0) return [...changes];
  const keys = await readKeys(db, workspace, [...new Set(sealed.map(({ id }) => id))]);
  return changes.map((change) => mapValues(change, (value) => open(value, keys.get(change.id))));
}

function open(value: Json, key: Buffer | null | undefined): Json {
  if (!isSealed(value)) return value;
  assert(key !== undefined, 'A sealed value has no key');
  return key === null ? null : openValue(value, key);
}

type Side = 'before' | 'after';
type Place = { readonly field: string; readonly side: Side };

function mapValues<T extends NewChange>(change: T, map: (value: Json, place: Place) => Json): T {
  const mapped = (side: Side): Values | null => {
    const values = change[side];
    return (
      values &&
      Object.fromEntries(Object.entries(values).map(([field, value]) => [field, map(value, { field, side })]))
    );
  };
  return { ...change, before: mapped('before'), after: mapped('after') };
}
