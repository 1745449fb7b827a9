/** Live sync: snapshots and the stream of changes after them. */
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { Refusal, type SyncEvent } from '@throughline/contract';
import { mustState, parseMoment, readPastSnapshot, readSnapshot } from '@throughline/operations';
import type { Change } from '@throughline/model';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Session } from '../auth/authenticate.ts';
import { makeSnapshotCache, type SnapshotCache } from '../live/snapshot-cache.ts';
import { derivedPatches, type PlacedPatch } from '../live/derived-patches.ts';
import { readAudiences } from '../live/read-audiences.ts';
import { changesRights, visibleChanges, visiblePatches, type Audiences } from '../live/reader-view.ts';
import type { Services } from './services.ts';
import { addWindowRoutes } from './window-routes.ts';

const HEARTBEAT_MS = 15_000;
const RENEWAL_MS = 3000;
const MOST_WAITING_BYTES = 16_000_000;

export function addSyncRoutes(app: FastifyInstance, services: Services): void {
  const { runtime, authenticate } = services;
  const snapshots = makeSnapshotCache(runtime);
  keepYoung(app, snapshots);
  addWindowRoutes(app, services);

  app.get<{ Querystring: { space?: string; asOf?: string; atLeast?: string } }>(
    '/api/v1/sync/snapshot',
    {
      schema: {
        operationId: 'sync_snapshot',
        summary: 'All structured values of a space, or of the workspace, at one seq, or as of an instant',
        tags: ['sync'],
        security: [{ token: [] }],
      },
    },
    async (request, reply) => {
      const { workspace, actor } = await authenticate(request);
      const state = await mustState(runtime, workspace);
      const { space, asOf, atLeast } = request.query;
      const id = space === undefined ? null : (state.spaceByKey.get(space.toUpperCase()) ?? space);
      if (asOf !== undefined)
        return readPastSnapshot(runtime, {
          workspace,
          actor,
          space: id,
          at: parseMoment(asOf, { parameter: 'asOf', zone: state.zone }),
        });
      if (id !== null && atLeast !== undefined && acceptsBrotli(request)) {
        const packed = await snapshots.read({ workspace, actor, space: id, atLeast: Number(atLeast) || 0 });
        return reply
          .type('application/json')
          .headers({ 'content-encoding': 'br', vary: 'accept-encoding' })
          .send(packed);
      }
      const pieces = await readSnapshot(runtime, { workspace, actor, space: id });
      return reply.type('application/json').send(Readable.from(pieces, { objectMode: false }));
    },
  );

  const streams = new Set<ServerResponse>();
  let isStopping = false;
  app.addHook('preClose', async () => {
    isStopping = true;
    for (const raw of streams) raw.end();
  });

  const patchesOf = shareByBatch((workspace, changes) => derivedPatches(runtime, workspace, changes));
  const audiencesOf = shareByBatch((workspace, changes) => readAudiences(runtime, workspace, changes));

  app.get<{ Querystring: { since?: string } }>(
    '/api/v1/sync/changes',
    {
      schema: {
        operationId: 'sync_changes',
        summary: 'Changes as server-sent events, from a seq on',
        tags: ['sync'],
        security: [{ token: [] }],
      },
    },
    async (request, reply) => {
      const session = await authenticate(request);
      // A reader who left meanwhile never closes again: a stream begun for him would go on for ever.
      if (isStopping || reply.raw.destroyed) {
        reply.hijack();
        reply.raw.destroy();
        return;
      }
      const since = Number(request.headers['last-event-id'] ?? request.query.since ?? 0);
      stream(services, {
        request,
        session,
        reply,
        since: Number.isSafeInteger(since) ? since : 0,
        patchesOf,
        audiencesOf,
        streams,
      });
    },
  );
}

function keepYoung(app: FastifyInstance, { renew }: SnapshotCache): void {
  let underWay: Promise<void> | undefined;
  const timer = setInterval(() => {
    underWay ??= renew()
      .catch((error: unknown) => app.log.error(error))
      .finally(() => {
        underWay = undefined;
      });
  }, RENEWAL_MS);
  app.addHook('preClose', async () => {
    clearInterval(timer);
    await underWay;
  });
}

function acceptsBrotli({ headers }: FastifyRequest): boolean {
  return /\bbr\b/.test(headers['accept-encoding'] ?? '');
}

type OfBatch<Result> = (workspace: string, changes: readonly Change[]) => Promise<Result>;
type Stream = {
  readonly request: FastifyRequest;
  readonly session: Session;
  readonly reply: FastifyReply;
  readonly since: number;
  readonly patchesOf: OfBatch<PlacedPatch[]>;
  readonly audiencesOf: OfBatch<Audiences>;
  readonly streams: Set<ServerResponse>;
};

function stream(
  { runtime, feed, authenticate }: Services,
  { request, session, reply, since, patchesOf, audiencesOf, streams }: Stream,
): void {
  const { workspace, actor } = session;
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  // A reader who goes away in the middle of a write is no error of ours.
  raw.on('error', () => raw.destroy());
  /** Who does not take what he is sent is cut off; he goes on from the last event he has. */
  const send = (text: string): void => {
    if (raw.writableEnded || raw.destroyed) return;
    if (raw.writableLength > MOST_WAITING_BYTES) raw.destroy();
    else raw.write(text);
  };
  const deliver = async (changes: readonly Change[], head: number): Promise<void> => {
    const state = await mustState(runtime, workspace);
    const reader = { model: runtime.model, state, actor };
    const event: SyncEvent = {
      seq: head,
      changes: visibleChanges(reader, changes, await audiencesOf(workspace, changes)),
      derived: visiblePatches(reader, await patchesOf(workspace, changes)),
    };
    send(`id: ${head}\nevent: changes\ndata: ${JSON.stringify(event)}\n\n`);
    if (changesRights(changes)) send('event: session\ndata: {}\n\n');
  };
  send(`retry: 1000\n\n`);
  const stop = feed.listen(workspace, since, (changes, head) =>
    deliver(changes, head).catch((error: unknown) => {
      // What he missed comes again when he connects anew.
      raw.destroy();
      throw error;
    }),
  );
  const heartbeat = setInterval(() => {
    send(': still here\n\n');
    // A session that ended or a token that was withdrawn ends the stream; a database that is gone does not.
    authenticate(request).catch((error: unknown) => {
      if (error instanceof Refusal) raw.end();
    });
  }, HEARTBEAT_MS);
  streams.add(raw);
  raw.on('close', () => {
    streams.delete(raw);
    clearInterval(heartbeat);
    stop();
  });
}

/** All readers of a batch share one computation. */
function shareByBatch<Result>(compute: OfBatch<Result>): OfBatch<Result> {
  let last: { key: string; result: Promise<Result> } | null = null;
  return (workspace, changes) => {
    const key = `${workspace} ${changes[0]?.seq} ${changes.at(-1)?.seq}`;
    if (last?.key === key) return last.result;
    const batch = { key, result: compute(workspace, changes) };
    last = batch;
    // What failed is not kept: the readers ask for the same batch again.
    batch.result.catch(() => {
      if (last === batch) last = null;
    });
    return batch.result;
  };
}
