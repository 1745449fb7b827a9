/** Connections between imported records, written when all of them are there. */
import { must } from '@throughline/base';
import { loadRecords } from '@throughline/db';
import { placeOf } from '../access/authorise.ts';
import type { Work } from '../work.ts';
import type { Place } from './import-report.ts';
import type { SourceRelation } from './import-source.ts';
import { findIdentities } from './reference-index.ts';
import type { BatchDrop, BatchTarget } from './write-batch.ts';

export type PendingRelation = {
  readonly place: Place;
  readonly system: string;
  /** The record's own name in its system. */
  readonly external: string;
  readonly relation: SourceRelation;
};

/** What a dry run knows of records and connections that it has not made. */
export type DryKnown = {
  /** Every name of a record → its first one. */
  readonly names: Map<string, string>;
  readonly pairs: Set<string>;
};

export type WrittenRelations = { readonly count: number; readonly dropped: readonly BatchDrop[] };

export async function writeRelations(
  work: Work,
  { entity, isDry }: BatchTarget,
  { pending, known }: { readonly pending: readonly PendingRelation[]; readonly known: DryKnown },
): Promise<WrittenRelations> {
  const names = pending.flatMap(({ system, external, relation }) => [
    { system, external },
    { system, external: relation.other },
  ]);
  const ids = await findIdentities(work, entity.name, names);
  const idOf = (system: string, external: string): string | undefined => {
    const name = `${system} ${external}`;
    return ids.get(name) ?? (isDry ? known.names.get(name) : undefined);
  };
  const dropped: BatchDrop[] = [];
  const pairs = new Map<string, { from: string; to: string; type: string }>();
  for (const { place, system, external, relation } of pending) {
    const [own, other] = [idOf(system, external), idOf(system, relation.other)];
    if (own === undefined || other === undefined || own === other) {
      dropped.push({
        place,
        entry: { column: relation.word, value: relation.other, code: 'no_such_record' },
        cells: 1,
      });
      continue;
    }
    const [from, to] = relation.direction === 'out' ? [own, other] : [other, own];
    pairs.set(`${from} ${to} ${relation.type}`, { from, to, type: relation.type });
  }
  const fresh = (await withoutKnown(work, pairs)).filter(
    ({ from, to, type }) => !known.pairs.has(`${from} ${to} ${type}`),
  );
  if (isDry) for (const { from, to, type } of fresh) known.pairs.add(`${from} ${to} ${type}`);
  if (!isDry) await insert(work, entity.name, fresh);
  return { count: fresh.length, dropped };
}

type Pair = { readonly from: string; readonly to: string; readonly type: string };

async function withoutKnown(work: Work, pairs: ReadonlyMap<string, Pair>): Promise<Pair[]> {
  const { rows } = await work.tx.query<Pair>(
    'select "from", "to", type from relation where workspace_id = $1 and "from" = any($2::text[])',
    [work.state.id, [...pairs.values()].map((pair) => pair.from)],
  );
  const known = new Set(rows.map(({ from, to, type }) => `${from} ${to} ${type}`));
  return [...pairs].filter(([name]) => !known.has(name)).map(([, pair]) => pair);
}

async function insert(work: Work, entityName: string, pairs: readonly Pair[]): Promise<void> {
  if (pairs.length === 0) return;
  const entity = work.entity(entityName);
  const ids = [...new Set(pairs.map((pair) => pair.from))];
  const records = await loadRecords(work.tx, work.tableOf(entity), work.state.id, { ids });
  await work.insert(
    work.entity('relation'),
    pairs.map(({ from, to, type }) => {
      const owner = must(records.get(from));
      return { values: { from, to, type, space: placeOf(entity, owner.id, owner.values) } };
    }),
  );
}
