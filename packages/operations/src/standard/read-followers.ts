/** Which spaces follow a standard, how far behind, and what each has otherwise. */
import { textOf } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { StoredRecord } from '@throughline/db';
import { diffPart, type AdoptedPart, type FollowedPart, type Follower } from '@throughline/model';
import type { Actor } from '../access/actor.ts';
import { isAllowed, subjectOf } from '../access/authorise.ts';
import { mustState } from '../reads/must-state.ts';
import { findRecord } from '../reads/read-record.ts';
import type { Runtime } from '../runtime.ts';
import { adoptedParts, readByIds, readVersionParts, readWhere, type PartReader } from './read-adoptions.ts';
import { readParts } from './read-parts.ts';

/** Of the spaces that the reader may see: that there are others is not told. */
export type Followers = { readonly items: readonly Follower[] };

export type FollowersRequest = { readonly workspace: string; readonly actor: Actor; readonly id: string };

export async function readFollowers(
  runtime: Runtime,
  { workspace, actor, id }: FollowersRequest,
): Promise<Followers> {
  const { model, database } = runtime;
  const state = await mustState(runtime, workspace);
  const standard = await findRecord(runtime, { workspace, actor, entity: model.entity('standard'), id });
  const reader = { db: database, model, state };
  const adoptions = await readWhere(reader, 'adoption', ['standard', standard.id]);
  const entity = model.entity('adoption');
  const seen = adoptions.filter((adoption) =>
    isAllowed(state, actor, { entity, verb: 'read', subject: subjectOf(entity, adoption) }),
  );
  const items: Follower[] = [];
  for (const adoption of seen) items.push(await compare(reader, actor, { standard, adoption }));
  return { items };
}

/** One space's adoption, part by part. */
export async function compareAdoption(
  runtime: Runtime,
  { workspace, actor, id }: FollowersRequest,
): Promise<Follower> {
  const { model, database } = runtime;
  const state = await mustState(runtime, workspace);
  const entity = model.entity('adoption');
  const adoption = await findRecord(runtime, { workspace, actor, entity, id });
  const reader = { db: database, model, state };
  const asked = { workspace, actor, entity: model.entity('standard') };
  const standard = await findRecord(runtime, { ...asked, id: textOf(adoption.values['standard']) });
  return compare(reader, actor, { standard, adoption });
}

type Compared = { readonly standard: StoredRecord; readonly adoption: StoredRecord };

async function compare(
  reader: PartReader,
  actor: Actor,
  { standard, adoption }: Compared,
): Promise<Follower> {
  const { version, space } = adoption.values;
  const adopted = new Map(adoptedParts(adoption).map((each) => [each.part, each]));
  const here = await readParts(reader, [...adopted.values()]);
  const parts = await readVersionParts(reader, standard.id, version);
  const hidden = await hiddenViews(reader, actor, [...adopted.values()]);
  const place = reader.state.spaces.get(textOf(space));
  if (place === undefined) throw new Refusal('not_found');
  return {
    adoption: adoption.id,
    standard: standard.id,
    space: place.id,
    spaceName: place.name,
    version: Number(version),
    latest: Number(standard.values['version'] ?? version),
    parts: parts.flatMap((part): FollowedPart[] => {
      const { keptBy, record = null } = adopted.get(part.id) ?? {};
      if (record !== null && hidden.has(record)) return [];
      const { state, differences } = diffPart(part, here.get(part.id));
      const { id, kind, freedom, content } = part;
      const said = { part: id, kind, name: content.name, freedom, differences };
      return [keptBy === undefined ? { ...said, state } : { ...said, state: 'elsewhere', keptBy }];
    }),
  };
}

/** Ids of the views that stand for parts and are not for the reader. */
async function hiddenViews(
  reader: PartReader,
  actor: Actor,
  parts: readonly AdoptedPart[],
): Promise<ReadonlySet<string>> {
  const entity = reader.model.entity('view');
  const views = await readByIds(
    reader,
    'view',
    parts.flatMap(({ record }) => record ?? []),
  );
  const isHidden = (view: StoredRecord): boolean =>
    !isAllowed(reader.state, actor, { entity, verb: 'read', subject: subjectOf(entity, view) });
  return new Set([...views.values()].filter(isHidden).map(({ id }) => id));
}
