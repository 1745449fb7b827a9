/**
 * Some acts change what the actor could not change alone: a merge takes the votes of others with it. Whoever may
 * still do such an act may take back what followed from it.
 */
import { textOf } from '@throughline/base';
import type { StoredRecord } from '@throughline/db';
import type { Change } from '@throughline/model';
import type { Work } from '../work.ts';

export type Consequences = { readonly spaces: ReadonlySet<string>; readonly ids: ReadonlySet<string> };

const ACTS: Readonly<Record<string, 'merge' | 'move'>> = {
  'feedback.merged': 'merge',
  'idea.merged': 'merge',
  'idea.moved': 'move',
};

const PEOPLE: ReadonlySet<string> = new Set(['contact.merged', 'company.merged']);

/** What the merges, moves and insights among the changes carry with them; refuses who may not do them now. */
export async function readConsequences(work: Work, changes: readonly Change[]): Promise<Consequences> {
  const spaces = new Set<string>();
  const ids = new Set<string>();
  for (const change of changes) {
    const verb = ACTS[change.name];
    if (verb !== undefined) for (const space of await spacesOfAct(work, change, verb)) spaces.add(space);
    if (PEOPLE.has(change.name)) for (const id of await namesChanged(work, change, changes)) ids.add(id);
    if (change.name === 'insight.created') ids.add(textOf(change.after?.['feedback']));
  }
  return { spaces, ids };
}

export function isCovered({ spaces, ids }: Consequences, { id, values }: StoredRecord): boolean {
  return ids.has(id) || spaces.has(textOf(values['space']));
}

/** What named a contact or company, and names the one that it has become part of. */
async function namesChanged(
  work: Work,
  { entity: name, id, after }: Change,
  changes: readonly Change[],
): Promise<readonly string[]> {
  const entity = work.entity(name);
  work.allow(entity, 'merge', await work.read(entity, id));
  work.allow(entity, 'merge', await work.read(entity, textOf(after?.['mergedInto'])));
  return changes
    .filter(({ before }) => before !== null && Object.values(before).includes(id))
    .map((change) => change.id);
}

async function spacesOfAct(work: Work, change: Change, verb: 'merge' | 'move'): Promise<readonly string[]> {
  const entity = work.entity(change.entity);
  const record = await work.read(entity, change.id);
  work.allow(entity, verb, record);
  const spaces = [textOf(record.values['space'])];
  if (verb === 'merge') {
    const into = await work.read(entity, textOf(change.after?.['mergedInto']));
    work.allow(entity, 'merge', into);
    return [...spaces, textOf(into.values['space'])];
  }
  const space = change.before?.['space'] ?? null;
  work.allow(entity, 'create', { id: record.id, values: { ...record.values, space } });
  return [...spaces, textOf(space)];
}
