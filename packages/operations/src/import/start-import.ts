/** What an import needs to know before it reads: rights, place, plan. */
import { makeId } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { Entity } from '@throughline/model';
import { authorise, isAllowed } from '../access/authorise.ts';
import type { Actor } from '../access/actor.ts';
import type { WorkspaceState } from '../access/workspace-state.ts';
import { mustState } from '../reads/must-state.ts';
import type { Runtime } from '../runtime.ts';
import { closedFields } from '../standard/read-adoptions.ts';
import { makePlan, type ImportPlan } from './import-plan.ts';
import type { SourceFile, SourceReader } from './import-source.ts';
import { createJob, readJob, type CreatedJob } from './import-job.ts';
import { isZone } from './parse-date.ts';

export type ImportRequest = {
  readonly workspace: string;
  readonly actor: Actor;
  /** `idea`, `feedback`, or any entity that is made of fields; its plural is understood. */
  readonly entity: string;
  /** Key or id; not for contacts and companies. */
  readonly space?: string;
  readonly reader: SourceReader;
  readonly files: readonly SourceFile[];
  /** Column → a field's key, `id`, `externalId`, `contact.email`, `new`, `new:TYPE`; null or `-` leaves it out. */
  readonly map?: Readonly<Record<string, string | null>>;
  /** IANA zone of times without one; UTC when left out. */
  readonly zone?: string;
  /** Name of the source that ids belong to, where one format comes from several. */
  readonly system?: string;
  readonly dryRun?: boolean;
  /** What the job is called; the files' names when left out. */
  readonly name?: string;
  /** Asking twice with one key begins one job. */
  readonly idempotencyKey?: string;
  /** A job that was begun: it goes on where it stopped. */
  readonly job?: string;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Aborting stops between two transactions; the job can go on later. */
  readonly signal?: AbortSignal;
};

export type ImportProgress = {
  readonly records: number;
  readonly bytes: number;
  /** Of all files; undefined where one does not tell. */
  readonly totalBytes: number | undefined;
};

export type ImportSetup = {
  readonly state: WorkspaceState;
  readonly entity: Entity;
  readonly space: string | null;
  readonly plan: ImportPlan;
  /** Where new fields belong; undefined where none may be made. */
  readonly fieldHome: string | null | undefined;
};

type Wanted = Pick<ImportRequest, 'workspace' | 'actor' | 'entity' | 'space' | 'reader' | 'map' | 'zone'>;

export async function setUpImport(runtime: Runtime, request: Wanted): Promise<ImportSetup> {
  const { workspace, actor, reader, map = {}, zone = 'UTC' } = request;
  const state = await mustState(runtime, workspace);
  const entity = findEntity(runtime, request.entity);
  if (!isZone(zone))
    throw new Refusal('invalid_input', {
      message: `There is no zone “${zone.slice(0, 60)}”.`,
      fix: 'Use a name such as Europe/Berlin.',
    });
  const space = entity.scope === 'space' ? mustSpace(runtime, { state, actor }, request.space) : null;
  authorise(state, actor, { entity: runtime.model.entity('import'), verb: 'create', subject: { space } });
  authorise(state, actor, { entity, verb: 'create', subject: { space } });
  const fieldHome = homeOfFields(runtime, { state, actor }, space);
  const { rows } = await runtime.database.query<{ key: string }>(
    'select key from field where workspace_id = $1 and entity = $2 and archived_at is not null',
    [workspace, entity.name],
  );
  const plan = makePlan({
    model: runtime.model,
    state,
    entity,
    reader,
    zone,
    map,
    space,
    mayAddFields: fieldHome !== undefined,
    closed:
      space === null
        ? new Set()
        : await closedFields({ db: runtime.database, model: runtime.model, state }, space),
    takenKeys: new Set(rows.map((row) => row.key)),
    newFieldId: () => makeId('field', runtime.ids),
  });
  return { state, entity, space, plan, fieldHome };
}

/** Makes the job of an import, to be run at once or in the background. */
export async function startImport(runtime: Runtime, request: ImportRequest): Promise<CreatedJob> {
  const { entity, space } = await setUpImport(runtime, request);
  const { workspace, actor, reader, files, map = {}, zone = 'UTC', system } = request;
  const mapping = {
    map,
    zone,
    files: files.map((file) => file.name),
    ...(system === undefined ? {} : { system }),
    ...(actor.scopes === undefined ? {} : { scopes: actor.scopes }),
  };
  const name = request.name ?? files.map((file) => file.name).join(', ');
  return createJob(runtime, {
    workspace,
    actor,
    name,
    entity: entity.name,
    space,
    format: reader.format,
    mapping,
    ...(request.idempotencyKey === undefined ? {} : { idempotencyKey: request.idempotencyKey }),
  });
}

function pickSettings({ map, zone, system }: Pick<ImportRequest, 'map' | 'zone' | 'system'>) {
  return { ...(map ? { map } : {}), ...(zone ? { zone } : {}), ...(system ? { system } : {}) };
}

/** A job goes on as it began, whatever is asked of it later. */
export async function withJobSettings(
  runtime: Runtime,
  request: ImportRequest,
  job: string,
): Promise<ImportRequest> {
  const { workspace, actor } = request;
  const { values } = await readJob(runtime, { workspace, actor, job });
  const mapping = (values['mapping'] ?? {}) as Pick<ImportRequest, 'map' | 'zone' | 'system'>;
  return {
    ...request,
    ...pickSettings(mapping),
    entity: values['entity'] as string,
    ...(typeof values['space'] === 'string' ? { space: values['space'] } : {}),
  };
}

function findEntity({ model }: Runtime, name: string): Entity {
  const entity = model.entities.find((each) => each.name === name || each.plural === name);
  if (entity?.hasCustomFields === true) return entity;
  const known = model.entities.filter((each) => each.hasCustomFields).map((each) => each.plural);
  throw new Refusal('invalid_input', {
    message: `Files cannot be imported as “${name.slice(0, 60)}”.`,
    fix: `Import as ${known.join(', ')}.`,
  });
}

type Asking = { readonly state: WorkspaceState; readonly actor: Actor };

function mustSpace({ model }: Runtime, { state, actor }: Asking, keyOrId: string | undefined): string {
  if (keyOrId === undefined)
    throw new Refusal('invalid_input', { message: 'An import needs a space.', fix: 'Name it by key or id.' });
  const id = state.spaces.has(keyOrId) ? keyOrId : state.spaceByKey.get(keyOrId.toUpperCase());
  const mayRead =
    id !== undefined &&
    isAllowed(state, actor, { entity: model.entity('space'), verb: 'read', subject: { space: id } });
  if (!mayRead) throw new Refusal('not_found', { message: `There is no space “${keyOrId.slice(0, 60)}”.` });
  return id;
}

function homeOfFields(
  { model }: Runtime,
  { state, actor }: Asking,
  space: string | null,
): string | null | undefined {
  const may = (home: string | null): boolean =>
    isAllowed(state, actor, { entity: model.entity('field'), verb: 'create', subject: { space: home } });
  if (may(null)) return null;
  return space !== null && may(space) ? space : undefined;
}
