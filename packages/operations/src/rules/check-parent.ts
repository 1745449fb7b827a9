/** Trees of ideas: over any number of levels and across spaces, without circles, as the types allow. */
import { textOf } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { StoredRecord } from '@throughline/db';
import type { Option, Values } from '@throughline/model';
import type { Work } from '../work.ts';
import { findHanging } from './find-one.ts';

/** Refuses a parent that may not be seen, would make a circle (naming it), or is of a type that may not stand above. */
export async function checkParent(work: Work, id: string | null, values: Values): Promise<void> {
  const parent = values['parent'];
  if (typeof parent !== 'string') return;
  const entity = work.entity('idea');
  const above = await work.read(entity, parent, { lock: true });
  checkTypes(work, { child: values, parent: above.values });
  if (id !== null) await checkCircle(work, id, above);
}

/** Locks the line upwards, so that two who close a circle from both ends meet. */
async function checkCircle(work: Work, id: string, parent: StoredRecord): Promise<void> {
  const entity = work.entity('idea');
  const line: string[] = [];
  const seen = new Set<string>();
  for (let at: StoredRecord | undefined = parent; at !== undefined && !seen.has(at.id);) {
    seen.add(at.id);
    line.push(textOf(at.values['key']));
    if (at.id === id)
      throw new Refusal('invalid_value', {
        message: `An idea cannot stand below itself: ${[line.at(-1), ...line].join(' → ')}.`,
        why: 'Each idea stands above the one before it in this line.',
        fix: 'Choose another parent, or take the line apart first.',
        details: { field: 'parent', code: 'parent_circle', line },
      });
    const next: string = textOf(at.values['parent']);
    at = next === '' ? undefined : await work.find(entity, next, { lock: true });
  }
}

/** After a change of type, what stands below must still be allowed to. */
export async function checkChildren(work: Work, { id, values }: StoredRecord): Promise<void> {
  const entity = work.entity('idea');
  for (const child of await findHanging(work, entity, { via: 'parent', ids: [id] }))
    checkTypes(work, { child: child.values, parent: values });
}

function checkTypes(work: Work, { child, parent }: { child: Values; parent: Values }): void {
  const find = (key: Values[string] | undefined, { space }: Values): Option | undefined => {
    const fields = work.state.fieldsIn('idea', textOf(space));
    const options = fields.find(({ id }) => id === 'type')?.config.options ?? [];
    return options.find((option) => option.key === key);
  };
  const below = find(child['type'], child);
  if (below?.parents === undefined) return;
  const above = find(parent['type'], parent);
  if (above !== undefined && below.parents.includes(above.key)) return;
  const allowed = below.parents.flatMap((key) => find(key, child)?.name ?? []);
  throw new Refusal('invalid_value', {
    message: `A ${below.name} cannot stand below ${above === undefined ? 'an idea without a type' : `a ${above.name}`}.`,
    why:
      allowed.length === 0
        ? `A ${below.name} stands at the top.`
        : `Above a ${below.name} stands: ${allowed.join(', ')}.`,
    fix: 'Choose another parent, or change which types may stand above in the settings of the type field.',
    details: { field: 'parent', code: 'parent_type', allowed: [...below.parents] },
  });
}
