/** What belongs to a roadmap (its views, its audience versions) lives where it lives and is for whom it is for. */
import { isEqualJson, textOf } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import { loadRecords, type StoredRecord } from '@throughline/db';
import { ROADMAP_AUDIENCE, type Values } from '@throughline/model';
import type { Work } from '../work.ts';

const AUDIENCE = Object.keys(ROADMAP_AUDIENCE);

/** The values of something new in a roadmap. Refused where the actor may not change the roadmap. */
export async function withRoadmap(work: Work, values: Values): Promise<Values> {
  const entity = work.entity('roadmap');
  const roadmap = await work.read(entity, textOf(values['roadmap']));
  work.allow(entity, 'update', roadmap);
  return { ...values, ...audienceOf(roadmap), space: textOf(roadmap.values['space']) };
}

/** Whom it is for is said by the roadmap alone. */
export function mustKeepAudience(record: StoredRecord, values: Values): void {
  const moved = AUDIENCE.find(
    (field) => field in values && !isEqualJson(values[field] ?? null, record.values[field] ?? null),
  );
  if (moved === undefined) return;
  throw new Refusal('not_possible', {
    message: 'Who may see and change this is decided by its roadmap.',
    fix: 'Change the access of the roadmap instead.',
    details: { field: moved },
  });
}

/** After the roadmap is for others than before. */
export async function followRoadmap(work: Work, roadmap: StoredRecord): Promise<void> {
  const audience = audienceOf(roadmap);
  for (const name of ['view', 'edition']) {
    const entity = work.entity(name);
    const table = work.tableOf(entity);
    const { rows } = await work.tx.query<{ id: string }>(
      `select id from ${table.name} where workspace_id = $1 and roadmap = $2 order by id`,
      [work.state.id, roadmap.id],
    );
    const ids = rows.map(({ id }) => id);
    const records = await loadRecords(work.tx, table, work.state.id, { ids, lock: true });
    for (const record of records.values()) await work.update(entity, record, { values: audience });
  }
}

function audienceOf({ values }: StoredRecord): Values {
  return Object.fromEntries(AUDIENCE.map((field) => [field, values[field] ?? null]));
}
