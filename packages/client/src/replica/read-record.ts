import { Refusal } from '@throughline/contract';
import type { Field, Values } from '@throughline/model';
import type { Api } from '../api.ts';

export type RecordPlace = {
  readonly plural: string;
  readonly id: string;
  readonly fields: readonly Field[];
};

/** A record by the API, as values by field id; undefined where it may not be had. Throws `UnreachableError`. */
export async function readRecord(api: Api, { plural, id, fields }: RecordPlace): Promise<Values | undefined> {
  const answer = await api.call('GET', `/${plural}/${id}`).catch((error: unknown) => {
    if (error instanceof Refusal) return null;
    throw error;
  });
  if (answer === null) return undefined;
  const present = fields.filter((field) => Object.hasOwn(answer.body, field.key));
  return Object.fromEntries(present.map((field) => [field.id, answer.body[field.key] ?? null]));
}
