/** Ids in values must name records that exist in this workspace and that the writer may read. */
import { textOf } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { Entity, Field, Values } from '@throughline/model';
import { roleOf } from '../access/authorise.ts';
import { readableRecords } from '../access/readable-records.ts';
import type { Work } from '../work.ts';

/** A space may be given by key. Answers the values with ids; refuses what cannot be found. */
export async function resolveReferences(work: Work, entity: Entity, values: Values): Promise<Values> {
  const fields = work.fieldsOf(entity).filter((field) => field.id in values && values[field.id] !== null);
  const spaces = fields.filter((field) => field.config.target === 'space');
  const resolved = {
    ...values,
    ...Object.fromEntries(spaces.map((field) => [field.id, resolveSpace(work, textOf(values[field.id]))])),
  };
  await checkRecords(
    work,
    fields.filter((field) => field.config.target !== 'space'),
    values,
  );
  return resolved;
}

export function resolveSpace(work: Work, keyOrId: string): string {
  const { state } = work;
  const id = state.spaces.has(keyOrId) ? keyOrId : state.spaceByKey.get(keyOrId.toUpperCase());
  const space = id === undefined ? undefined : state.spaces.get(id);
  if (!space || roleOf(state, work.actor, space.id) === null) {
    throw new Refusal('not_found', {
      message: `There is no space “${keyOrId.slice(0, 60)}”.`,
      fix: 'Give a space’s key or id.',
    });
  }
  return space.id;
}

async function checkRecords(work: Work, fields: readonly Field[], values: Values): Promise<void> {
  const wanted: Wanted = new Map();
  for (const field of fields) {
    for (const id of idsOf(work, field, values)) addWanted(work, wanted, { field, id });
  }
  await checkWanted(work, wanted);
}

/** As the references of a value, for ids that a field is to name. */
export async function checkReadable(work: Work, field: Field, ids: readonly string[]): Promise<void> {
  const wanted: Wanted = new Map();
  for (const id of ids) addWanted(work, wanted, { field, id });
  await checkWanted(work, wanted);
}

type Wanted = Map<Entity, Map<string, Field>>;

function addWanted(work: Work, wanted: Wanted, { field, id }: { field: Field; id: string }): void {
  const entity = work.model.entityOfId(id);
  if (!entity) throw missing(field, id);
  const ids = wanted.get(entity) ?? new Map<string, Field>();
  wanted.set(entity, ids.set(id, field));
}

async function checkWanted(work: Work, wanted: Wanted): Promise<void> {
  const reading = { db: work.tx, model: work.model, state: work.state, actor: work.actor };
  for (const [entity, ids] of wanted) {
    const readable = await readableRecords(reading, entity, [...ids.keys()]);
    for (const [id, field] of ids) if (!readable.has(id)) throw missing(field, id);
  }
}

function idsOf(work: Work, field: Field, values: Values): readonly string[] {
  // Of connections only new ones are judged, where they are written.
  if (field.config.options !== undefined || field.type === 'labels' || field.type === 'relation') return [];
  const kind = work.model.kindOf(field);
  if (kind === 'reference') return [textOf(values[field.id])];
  return kind === 'set' ? (values[field.id] as readonly string[]) : [];
}

function missing(field: Field, id: string): Refusal {
  return new Refusal('invalid_value', {
    message: `${field.name}: there is no record ${id.slice(0, 60)}.`,
    why: 'It does not exist, or you may not see it.',
    details: { field: field.key, code: 'no_such_record', value: id.slice(0, 60) },
  });
}
