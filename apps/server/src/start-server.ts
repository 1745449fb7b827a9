/** Wires and starts a server process: database, runtime, feed, HTTP. */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrate, openDatabase, type Database } from '@throughline/db';
import { MODEL, type Model } from '@throughline/model';
import {
  forgetAnswers,
  listWorkspaces,
  makeRuntime,
  markAdaptations,
  STATE_ENTITIES,
  type Runtime,
} from '@throughline/operations';
import {
  countVoices,
  draftAnswers,
  mailEntries,
  makeSinkRunner,
  notifyMentioned,
  type SinkRunner,
} from '@throughline/sinks';
import type { FastifyInstance } from 'fastify';
import { makeAuthenticate } from './auth/authenticate.ts';
import { makeAuth } from './auth/make-auth.ts';
import { makeChannelSecrets } from './connections/channel-secrets.ts';
import { readOrigins } from './connections/read-origins.ts';
import { startDueWork } from './due-work.ts';
import { openBlobStore } from './blobs/blob-store.ts';
import { makeCollaboration, type Collaboration } from './live/collaboration.ts';
import { makeLogFeed, type LogFeed } from './live/log-feed.ts';
import { watchLog, type LogWatch } from './live/watch-log.ts';
import { makeLocalAccess, type LocalAccess } from './local/local-access.ts';
import { makeImportJobs } from './imports/import-jobs.ts';
import { openMailServer } from './mail/mail-server.ts';
import { readInsideHosts } from './mail/imap-account.ts';
import { openMailer, type Mailer } from './mail/mailer.ts';
import { makeApp } from './make-app.ts';
import { makePortalKeys } from './portal/portal-keys.ts';
import { makeRandomPool } from './random-pool.ts';
import type { Services } from './routes/services.ts';
import { makeFeedbackTexts } from './text/feedback-texts.ts';
import { makeIdeaTexts } from './text/idea-texts.ts';
import { makeTeamTexts } from './text/team-texts.ts';
import { makeSortKeeper, type SortKeeper } from './sort-keeper.ts';

/** How long requests under way may take when the server stops. */
const PATIENCE_MS = 10_000;
const HOUR_MS = 3_600_000;
/** Connections that have had their answer are kept by browsers; how often they are closed then. */
const SWEEP_MS = 50;

export type ServeOptions = {
  /** Where files lie: attachments, secrets, and the embedded database unless there is a URL. */
  readonly dataDirectory: string;
  /** Where browsers and programs connect; null answers commands on this machine alone. 0 takes a free port. */
  readonly listen: { readonly host: string; readonly port: number } | null;
  /** How browsers reach the server, when that is not where it listens. */
  readonly publicUrl?: string;
  /** The built web app; the API alone when left out. */
  readonly webDirectory?: string;
  /** The one that the environment names when left out. */
  readonly mailer?: Mailer;
  /** Stand in for the origins of vendors, by connector; what the environment names when left out. */
  readonly origins?: Readonly<Record<string, string>>;
  /** Mail servers within one's own network that may be asked; what the environment names when left out. */
  readonly insideHosts?: ReadonlySet<string>;
  readonly model?: Model;
  readonly isQuiet?: boolean;
};

export type ServerOptions = ServeOptions & {
  /** A PostgreSQL server instead of the embedded database. */
  readonly databaseUrl?: string;
};

export type Server = {
  readonly url: string;
  readonly app: FastifyInstance;
  readonly runtime: Runtime;
  readonly close: () => Promise<void>;
};

export async function startServer(options: ServerOptions): Promise<Server> {
  const { dataDirectory, databaseUrl } = options;
  await mkdir(dataDirectory, { recursive: true });
  const database = await openDatabase(
    databaseUrl === undefined ? { dataDir: dataDirectory } : { url: databaseUrl },
  );
  try {
    await migrate(database);
    return await serveDatabase(options, database);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Serves an open, migrated database, and closes it with the server. */
export async function serveDatabase(options: ServeOptions, database: Database): Promise<Server> {
  const { dataDirectory, listen, model = MODEL, webDirectory = null, isQuiet = false } = options;
  const url =
    options.publicUrl ?? (listen === null ? 'http://127.0.0.1:3000' : `http://${listen.host}:${listen.port}`);
  const report = (error: unknown): void => console.error(error);
  const feed = makeLogFeed({ database, onError: report });
  const listeners: { note?: Collaboration['note']; sinks?: SinkRunner; sorting?: SortKeeper } = {};
  const runtime = makeRuntime({
    database,
    model,
    ...readLimits(process.env),
    ids: { now: Date.now, randomBytes: makeRandomPool() },
    onCommit: (workspace, changes) => {
      feed.poke(workspace);
      listeners.note?.(workspace, changes);
      listeners.sinks?.poke(workspace);
      if (changes.some(({ entity }) => STATE_ENTITIES.has(entity))) listeners.sorting?.poke(workspace);
    },
  });
  const sinks = makeSinkRunner({
    runtime,
    sinks: [notifyMentioned, countVoices, draftAnswers, mailEntries],
    onError: report,
  });
  listeners.sinks = sinks;
  const sorting = makeSortKeeper(runtime, report);
  listeners.sorting = sorting;
  const basics = await openBasics(options, runtime, url);
  const local = await makeLocalAccess(dataDirectory);
  const authenticate = makeAuthenticate({ database, auth: basics.auth, local, now: Date.now });
  const imports = makeImportJobs(runtime, { directory: join(dataDirectory, 'imports'), onError: report });
  const app = await makeApp(
    {
      runtime,
      ...basics,
      authenticate,
      feed,
      imports,
      local,
      sorting,
      webDirectory,
      url,
    },
    { isQuiet },
  );
  const collaboration = makeCollaboration({ runtime, authenticate, server: app.server, onError: report });
  listeners.note = collaboration.note;
  const watch = await watchOthers({ runtime, feed, collaboration, sinks, report });
  await app.ready();
  await markAdaptations(runtime);
  const address = listen === null ? url : await app.listen(listen);
  await local.open(app);
  for (const workspace of await listWorkspaces(database))
    for (const each of [sinks, sorting]) each.poke(workspace);
  const stopForgetting = forgetHourly(database, report);
  const stopDueWork = startDueWork({ runtime, url, ...basics }, report);
  await imports.resume();
  const mails = await openMailServer(process.env, { runtime, ...basics, onError: report });
  return {
    url: options.publicUrl ?? address,
    app,
    runtime,
    close: async () => {
      stopForgetting();
      await Promise.all([stopDueWork(), mails?.close()]);
      watch?.close();
      feed.close();
      // What is under way is answered; streams are ended, and their readers go on elsewhere or later.
      const answered = answerAndClose(app, local);
      await imports.close();
      await collaboration.close();
      await answered;
      await sinks.close();
      await sorting.close();
      await database.close();
    },
  };
}

/** How people get in, those who work here and customers; how mails go out; where files lie; what feedback says. */
async function openBasics(
  { dataDirectory, ...given }: ServeOptions,
  runtime: Runtime,
  url: string,
): Promise<
  Pick<
    Services,
    | 'auth'
    | 'mailer'
    | 'portalKeys'
    | 'channelSecrets'
    | 'origins'
    | 'insideHosts'
    | 'blobs'
    | 'texts'
    | 'ideaTexts'
    | 'teamTexts'
  >
> {
  const secret = await readSecret(dataDirectory);
  return {
    auth: makeAuth({ database: runtime.database, secret, url }),
    mailer: given.mailer ?? openMailer(process.env),
    portalKeys: makePortalKeys(secret),
    channelSecrets: makeChannelSecrets(secret),
    origins: given.origins ?? readOrigins(process.env),
    insideHosts: given.insideHosts ?? readInsideHosts(process.env),
    blobs: openBlobStore(dataDirectory, process.env),
    texts: makeFeedbackTexts(runtime),
    ideaTexts: makeIdeaTexts(runtime),
    teamTexts: makeTeamTexts(runtime),
  };
}

type Watching = {
  readonly runtime: Runtime;
  readonly feed: LogFeed;
  readonly collaboration: Collaboration;
  readonly sinks: SinkRunner;
  readonly report: (error: unknown) => void;
};

/** What other processes commit is told here as if it were our own; an embedded database has no other process. */
async function watchOthers({
  runtime,
  feed,
  collaboration,
  sinks,
  report,
}: Watching): Promise<LogWatch | null> {
  const { database, states } = runtime;
  if (database.kind === 'embedded') return null;
  return watchLog({
    database,
    entities: () => [...STATE_ENTITIES, ...(collaboration.isIdle() ? [] : ['document'])],
    onGrown: (workspace, changes) => {
      states.note(workspace, changes);
      feed.poke(workspace);
      collaboration.note(workspace, changes);
      sinks.poke(workspace);
    },
    onError: report,
  });
}

/** Lets requests under way be answered, and closes what is only kept open. */
async function answerAndClose(app: FastifyInstance, local: LocalAccess): Promise<void> {
  const impatience = setTimeout(() => app.server.closeAllConnections(), PATIENCE_MS);
  const sweep = setInterval(() => app.server.closeIdleConnections(), SWEEP_MS);
  await Promise.all([app.close(), local.close()]);
  clearInterval(sweep);
  clearTimeout(impatience);
}

function forgetHourly(database: Database, onError: (error: unknown) => void): () => void {
  const forget = (): void => {
    forgetAnswers(database, new Date().toISOString()).catch(onError);
  };
  forget();
  const timer = setInterval(forget, HOUR_MS);
  return () => clearInterval(timer);
}

/** `THROUGHLINE_WINDOW_FROM`: how many records of a space a browser is sent at most. */
function readLimits(environment: NodeJS.ProcessEnv): Partial<Pick<Runtime, 'windowFrom'>> {
  const windowFrom = Number(environment['THROUGHLINE_WINDOW_FROM']);
  return Number.isSafeInteger(windowFrom) && windowFrom > 0 ? { windowFrom } : {};
}

/** Signs cookies; made once for a data directory. */
async function readSecret(directory: string): Promise<string> {
  const given = process.env['THROUGHLINE_SECRET'];
  if (given !== undefined && given.length >= 32) return given;
  const path = join(directory, 'secret');
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const secret = randomBytes(32).toString('base64url');
    await writeFile(path, secret, { mode: 0o600, flag: 'wx' });
    return secret;
  }
}
