import { textOf, type JsonObject } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { Values } from '@throughline/model';
import type { OperationRequest } from '../execute.ts';
import { createFromValues } from '../records/create-record.ts';
import { present } from '../records/present.ts';
import { findAll } from '../rules/find-one.ts';
import type { Work } from '../work.ts';
import { mustItems, STANDARD_ITEMS, type ChecklistItem } from './checklist-items.ts';

const DAY_MS = 86_400_000;

/** Adds the tasks of a checklist to a release, those that it has not; tells how many. */
export async function applyChecklist(work: Work, { id = '', input }: OperationRequest): Promise<JsonObject> {
  const { checklist } = (input ?? {}) as { readonly checklist?: string };
  const entity = work.entity('release');
  const release = await work.read(entity, id, { lock: true });
  work.allow(entity, 'apply', release);
  const { space = null, plannedOn } = release.values;
  const items = checklist === undefined ? STANDARD_ITEMS : await itemsOf(work, checklist, space);
  const task = work.entity('launch-task');
  const there = await findAll(work, task, { release: id, archivedAt: null });
  const titles = new Set(there.map(({ values }) => textOf(values['title'])));
  const added = items.filter(({ title }) => !titles.has(title));
  for (const item of added)
    await createFromValues(work, task, { values: { ...valuesOf(item, plannedOn), release: id, space } });
  return { ...present(work.fieldsOf(entity), id, release.values), added: added.length };
}

async function itemsOf(
  work: Work,
  id: string,
  space: Values[string] | undefined,
): Promise<readonly ChecklistItem[]> {
  const { values } = await work.read(work.entity('checklist'), id);
  if (values['space'] === space && values['archivedAt'] === undefined) return mustItems(values['items']);
  throw new Refusal('invalid_value', {
    message: 'The checklist is not one of this space.',
    details: { field: 'checklist', code: 'other_space' },
  });
}

function valuesOf({ title, department, days }: ChecklistItem, plannedOn: Values[string] | undefined): Values {
  const due =
    days === undefined || typeof plannedOn !== 'string'
      ? undefined
      : new Date(Date.parse(plannedOn) + days * DAY_MS).toISOString().slice(0, 10);
  return {
    title,
    ...(department === undefined ? {} : { department }),
    ...(due === undefined ? {} : { dueOn: due }),
  };
}
