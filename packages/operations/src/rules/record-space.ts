import { must } from '@throughline/base';
import type { StoredRecord } from '@throughline/db';
import type { Entity, Values } from '@throughline/model';
import { placeOf } from '../access/authorise.ts';
import type { Work } from '../work.ts';
import { Refusal } from '@throughline/contract';

/** The record that a value names; references are resolved before rules run, so it exists. */
export async function recordNamed(
  work: Work,
  values: Values,
  field: string,
): Promise<{ entity: Entity; record: StoredRecord }> {
  const id = values[field];
  if (typeof id !== 'string') {
    throw new Refusal('invalid_value', {
      message: `“${field}” is missing.`,
      why: 'It says what this belongs to.',
      fix: `Give an id as “${field}”.`,
      details: { field, code: 'required' },
    });
  }
  const entity = must(work.model.entityOfId(id));
  return { entity, record: must(await work.find(entity, id)) };
}

/** What hangs on a record lives in the record's space. */
export async function withRecordSpace(work: Work, values: Values, field = 'record'): Promise<Values> {
  const { entity, record } = await recordNamed(work, values, field);
  const space = placeOf(entity, record.id, record.values);
  if (space === null) {
    throw new Refusal('not_possible', {
      message: `This cannot be added to a ${entity.label.one}.`,
      why: 'It belongs to no space.',
    });
  }
  return { ...values, space };
}

/** The first line or so of a longer text, for lists and notifications. */
export function excerptOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 280 ? line : `${line.slice(0, 279).replace(/[\ud800-\udbff]$/, '')}…`;
}

export function actingPerson(work: Work): string {
  if (work.actor.person === null) throw new Refusal('forbidden', { message: 'Only a person can do this.' });
  return work.actor.person;
}
