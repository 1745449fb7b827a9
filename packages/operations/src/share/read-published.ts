/**
 * What a published page shows: the records of its views, of each only the chosen fields, in the words and with
 * the precision of its audience, and nothing else. It is read with the rights of whoever published it, in the
 * spaces where he may publish: what he may not show is not there.
 */
import { type JsonObject, textOf } from '@throughline/base';
import { loadRecords, recordTable, type StoredRecord } from '@throughline/db';
import { isAllowed, subjectOf } from '../access/authorise.ts';
import { SYSTEM, type Actor } from '../access/actor.ts';
import type { WorkspaceState } from '../access/workspace-state.ts';
import { mustState } from '../reads/must-state.ts';
import { placesOfView } from '../reads/places-of-view.ts';
import { findRecord } from '../reads/read-record.ts';
import type { Runtime } from '../runtime.ts';
import { noPublication, type Publication } from './find-publication.ts';
import { plainWords, readWords, type EditionWords } from './edition-words.ts';
import { readPublishedView, type PublishedView } from './read-published-view.ts';

export type PublishedPage = {
  readonly title: string;
  readonly about: string | null;
  readonly views: readonly PublishedView[];
  /** Titles of the records and people that values name. */
  readonly titles: Readonly<Record<string, string>>;
};

/** Reading on behalf of whoever published. */
export type PublishReader = {
  readonly state: WorkspaceState;
  readonly actor: Actor;
  readonly words: EditionWords;
  /** Keys of the fields shown. */
  readonly columns: readonly string[];
};

/** Refused like a link that leads nowhere where nothing of it may be shown any more. */
export async function readPublished(
  runtime: Runtime,
  { workspace, share }: Publication,
): Promise<PublishedPage> {
  const { values } = share;
  const maker = values['createdBy'];
  const actor: Actor = typeof maker === 'string' ? { kind: 'person', person: maker } : SYSTEM;
  const title = textOf(values['title'] ?? '');
  const edition = await loadOne(runtime, workspace, { entity: 'edition', id: values['edition'] });
  if (edition) return readEditionAs(runtime, { workspace, actor, edition, title });
  const view = await loadOne(runtime, workspace, { entity: 'view', id: values['view'] });
  if (!view) throw noPublication();
  const state = await mustState(runtime, workspace);
  const columns = (values['columns'] ?? []) as readonly string[];
  const reader: PublishReader = { state, actor, words: plainWords, columns };
  return readPage(runtime, reader, { title, about: null, views: [view] });
}

export type RoadmapRequest = {
  readonly workspace: string;
  /** Who publishes it. */
  readonly person: string;
  readonly edition: string;
};

/** An audience version as a portal shows it. */
export async function readRoadmap(
  runtime: Runtime,
  { workspace, person, edition: id }: RoadmapRequest,
): Promise<PublishedPage> {
  const edition = await loadOne(runtime, workspace, { entity: 'edition', id });
  if (!edition) throw noPublication();
  const actor: Actor = { kind: 'person', person };
  return readEditionAs(runtime, { workspace, actor, edition, title: textOf(edition.values['name']) });
}

export type PreviewRequest = { readonly workspace: string; readonly actor: Actor; readonly edition: string };

/** An audience version as those see it for whom it is; for people who could publish it. */
export async function previewEdition(
  runtime: Runtime,
  { workspace, actor, edition: id }: PreviewRequest,
): Promise<PublishedPage> {
  const entity = runtime.model.entity('edition');
  const edition = await findRecord(runtime, { workspace, actor, entity, id });
  return readEditionAs(runtime, { workspace, actor, edition, title: textOf(edition.values['name']) });
}

type EditionRequest = {
  readonly workspace: string;
  readonly actor: Actor;
  readonly edition: StoredRecord;
  readonly title: string;
};

async function readEditionAs(
  runtime: Runtime,
  { workspace, actor, edition, title }: EditionRequest,
): Promise<PublishedPage> {
  const { values } = edition;
  const { database, model } = runtime;
  const state = await mustState(runtime, workspace);
  const reader: PublishReader = {
    state,
    actor,
    words: readWords(values),
    columns: (values['columns'] ?? []) as readonly string[],
  };
  if (!mayRead(runtime, reader, { entity: 'edition', record: edition })) throw noPublication();
  const { rows } = await database.query<{ id: string }>(
    `select id from view where workspace_id = $1 and roadmap = $2 and archived_at is null
     order by rank collate "C" nulls last, id`,
    [workspace, textOf(values['roadmap'])],
  );
  const ids = rows.map(({ id }) => id);
  const chosen = ((values['views'] ?? []) as readonly string[]).filter((id) => ids.includes(id));
  const records = await loadRecords(database, recordTable(model, model.entity('view')), workspace, { ids });
  const views = (chosen.length > 0 ? chosen : ids).flatMap((id) => records.get(id) ?? []);
  const about = typeof values['about'] === 'string' ? values['about'] : null;
  return readPage(runtime, reader, { title, about, views });
}

type PageParts = {
  readonly title: string;
  readonly about: string | null;
  readonly views: readonly StoredRecord[];
};

async function readPage(
  runtime: Runtime,
  reader: PublishReader,
  { title, about, views }: PageParts,
): Promise<PublishedPage> {
  const shown: PublishedView[] = [];
  const titles: Record<string, string> = {};
  for (const view of views) {
    if (!mayRead(runtime, reader, { entity: 'view', record: view })) continue;
    const spaces = await publishablePlaces(runtime, reader, view);
    const read = spaces.length > 0 && (await readPublishedView(runtime, reader, { view, spaces }));
    if (!read) continue;
    shown.push(read.view);
    Object.assign(titles, read.titles);
  }
  if (shown.length === 0) throw noPublication();
  return { title, about, views: shown, titles };
}

type Concerned = { readonly entity: string; readonly record: StoredRecord };

function mayRead(
  { model }: Runtime,
  { state, actor }: PublishReader,
  { entity, record }: Concerned,
): boolean {
  const declared = model.entity(entity);
  const isGone = record.values['archivedAt'] !== undefined;
  return (
    !isGone &&
    isAllowed(state, actor, { entity: declared, verb: 'read', subject: subjectOf(declared, record) })
  );
}

/** The spaces of a view that the publisher may publish from: where he could make a link himself, now. */
async function publishablePlaces(
  runtime: Runtime,
  { state, actor }: PublishReader,
  { values }: StoredRecord,
): Promise<readonly string[]> {
  const share = runtime.model.entity('share');
  const places = await placesOfView(runtime, state.id, values);
  return places.filter((space) =>
    isAllowed(state, actor, { entity: share, verb: 'create', subject: { space } }),
  );
}

async function loadOne(
  { database, model }: Runtime,
  workspace: string,
  { entity, id }: { readonly entity: string; readonly id: JsonObject[string] | undefined },
): Promise<StoredRecord | undefined> {
  if (typeof id !== 'string') return undefined;
  const table = recordTable(model, model.entity(entity));
  return (await loadRecords(database, table, workspace, { ids: [id] })).get(id);
}
