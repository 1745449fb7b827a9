/** Live sync: snapshots and the stream of changes after them. */
import type { SyncEvent } from '@throughline/contract';
import { mustState, readSnapshot } from '@throughline/operations';
import type { Change } from '@throughline/model';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Session } from '../auth/authenticate.ts';
import { derivedPatches, type PlacedPatch } from '../live/derived-patches.ts';
import { changesRights, visibleChanges, visiblePatches } from '../live/reader-view.ts';
import type { Services } from './services.ts';

const HEARTBEAT_MS = 15_000;

export function addSyncRoutes(app: FastifyInstance, services: Services): void {
  const { runtime, authenticate } = services;

  app.get<{ Querystring: { space?: string } }>(
    '/api/v1/sync/snapshot',
    {
      schema: {
        operationId: 'sync_snapshot',
        summary: 'All structured values of a space, or of the workspace, at one seq',
        tags: ['sync'],
        security: [{ token: [] }],
      },
    },
    async (request) => {
      const { workspace, actor } = await authenticate(request);
      const state = await mustState(runtime, workspace);
      const { space } = request.query;
      const id = space === undefined ? null : (state.spaceByKey.get(space.toUpperCase()) ?? space);
      return readSnapshot(runtime, { workspace, actor, space: id });
    },
  );

  const patchesOf = shareByBatch((workspace, changes) => derivedPatches(runtime, workspace, changes));

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
      const since = Number(request.headers['last-event-id'] ?? request.query.since ?? 0);
      stream(services, { session, reply, since: Number.isSafeInteger(since) ? since : 0, patchesOf });
    },
  );
}

type Patches = (workspace: string, changes: readonly Change[]) => Promise<PlacedPatch[]>;
type Stream = {
  readonly session: Session;
  readonly reply: FastifyReply;
  readonly since: number;
  readonly patchesOf: Patches;
};

function stream({ runtime, feed }: Services, { session, reply, since, patchesOf }: Stream): void {
  const { workspace, actor } = session;
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  raw.write(`retry: 1000\n\n`);
  const stop = feed.listen(workspace, since, async (changes, head) => {
    const state = await mustState(runtime, workspace);
    const reader = { model: runtime.model, state, actor };
    const event: SyncEvent = {
      seq: head,
      changes: visibleChanges(reader, changes),
      derived: visiblePatches(reader, await patchesOf(workspace, changes)),
    };
    raw.write(`id: ${head}\nevent: changes\ndata: ${JSON.stringify(event)}\n\n`);
    if (changesRights(changes)) raw.write('event: session\ndata: {}\n\n');
  });
  const heartbeat = setInterval(() => raw.write(': still here\n\n'), HEARTBEAT_MS);
  raw.on('close', () => {
    clearInterval(heartbeat);
    stop();
  });
}

/** All readers of a batch share one computation. */
function shareByBatch(compute: Patches): Patches {
  let last: { key: string; result: Promise<PlacedPatch[]> } | null = null;
  return (workspace, changes) => {
    const key = `${workspace} ${changes[0]?.seq} ${changes.at(-1)?.seq}`;
    if (last?.key !== key) last = { key, result: compute(workspace, changes) };
    return last.result;
  };
}
