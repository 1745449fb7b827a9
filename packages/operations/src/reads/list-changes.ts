/** What happened between two moments, as far as the reader may see it: oldest first, a page at a time. */
import { Refusal } from '@throughline/contract';
import { readChangesBetween, type ChangePlace } from '@throughline/db';
import type { Change, Values } from '@throughline/model';
import { isAllowed, roleOf } from '../access/authorise.ts';
import type { Actor } from '../access/actor.ts';
import { seenFields } from '../access/seen-fields.ts';
import type { WorkspaceState } from '../access/workspace-state.ts';
import type { Runtime } from '../runtime.ts';
import { mustState } from './must-state.ts';
import { parseMoment } from './parse-moment.ts';

export type ChangesRequest = {
  readonly workspace: string;
  readonly actor: Actor;
  readonly entity: string;
  /** A day or an instant: what happened after it. */
  readonly since: string;
  /** A day or an instant: what happened up to it; now when left out. */
  readonly until?: string;
  /** Key or id. */
  readonly space?: string;
  readonly cursor?: string;
};

/** Names and values of fields the reader may see, by field id. */
export type ListedChange = Pick<
  Change,
  'seq' | 'entity' | 'id' | 'space' | 'name' | 'before' | 'after' | 'actor' | 'cause' | 'occurredAt'
>;
export type ChangesPage = { readonly items: readonly ListedChange[]; readonly nextCursor: string | null };

const PAGE = 1000;

export async function listChanges(runtime: Runtime, request: ChangesRequest): Promise<ChangesPage> {
  const { workspace, actor, entity, until, space } = request;
  const state = await mustState(runtime, workspace);
  if (roleOf(state, actor, null) === null) throw new Refusal('not_found');
  const declared = runtime.model.findEntity(entity);
  // What says itself whom it is for, and what hangs on such records, has its history on the record alone.
  if (!declared?.exposure.sync || declared.hasAudience || declared.hangsOn !== null)
    throw new Refusal('not_found', { message: `There are no records of the type “${entity.slice(0, 60)}”.` });
  const after = request.cursor === undefined ? undefined : decodeCursor(request.cursor);
  const changes = await readChangesBetween(runtime.database, workspace, {
    entity,
    since: parseMoment(request.since, { parameter: 'since', zone: state.zone }),
    until:
      until === undefined
        ? new Date(runtime.ids.now()).toISOString()
        : parseMoment(until, { parameter: 'until', zone: state.zone }),
    limit: PAGE,
    ...(space === undefined ? {} : { space: state.spaceByKey.get(space.toUpperCase()) ?? space }),
    ...(after === undefined ? {} : { after }),
  });
  const last = changes.at(-1);
  return {
    items: changes
      .filter((change) => isSeen(runtime, { state, actor }, change))
      .map((change) => show({ state, actor }, change)),
    nextCursor: changes.length < PAGE || !last ? null : `${last.occurredAt}~${last.seq}`,
  };
}

/** Both where it was written and, after a move, where the record went. */
function isSeen(
  { model }: Runtime,
  { state, actor }: { readonly state: WorkspaceState; readonly actor: Actor },
  change: Change,
): boolean {
  const entity = model.entity(change.entity);
  const places = [change.space, change.before?.['space'], change.after?.['space']];
  return places
    .filter((place) => place !== undefined)
    .every((place) =>
      isAllowed(state, actor, {
        entity,
        verb: 'read',
        subject: { space: typeof place === 'string' ? place : null },
      }),
    );
}

function show(reader: Parameters<typeof seenFields>[0], change: Change): ListedChange {
  const { seq, entity, id, space, name, actor, cause, occurredAt } = change;
  const shown = new Set(
    seenFields(reader, entity)
      .filter((field) => field.hidden !== true)
      .map((field) => field.id),
  );
  const pick = (values: Values | null): Values | null =>
    values && Object.fromEntries(Object.entries(values).filter(([field]) => shown.has(field)));
  const [before, after] = [pick(change.before), pick(change.after)];
  return { seq, entity, id, space, name, before, after, actor, cause, occurredAt };
}

function decodeCursor(text: string): ChangePlace {
  const [occurredAt = '', seq = ''] = text.split('~');
  if (Number.isNaN(Date.parse(occurredAt)) || !/^\d{1,15}$/.test(seq))
    throw new Refusal('invalid_input', {
      message: 'The cursor is not one of ours.',
      fix: 'Take nextCursor from the page before.',
    });
  return { occurredAt, seq: Number(seq) };
}
