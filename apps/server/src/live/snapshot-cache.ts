/**
 * Snapshots of spaces, packed, for those who open a space that somebody has opened before. What happened since
 * comes with the stream, which a reader takes up from the snapshot's position; so one a little older does as well.
 */
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { Refusal } from '@throughline/contract';
import { readHead } from '@throughline/db';
import {
  readSnapshot,
  readSnapshotScope,
  type Runtime,
  type ScopeRequest,
  type SnapshotScope,
} from '@throughline/operations';

export type SnapshotCache = {
  /** JSON of a `Snapshot` in Brotli, of the position `atLeast` or a later one. */
  readonly read: (request: ScopeRequest & { readonly atLeast: number }) => Promise<Buffer>;
  /**
   * Packs anew, one by one, what was asked for lately and has grown too old, unless something was written since it
   * was last called: so the next to open a space after an import does not wait for the packing.
   */
  readonly renew: () => Promise<void>;
};

type Entry = {
  readonly request: ScopeRequest;
  /** When somebody last asked for it, in ms. */
  readonly askedAt: number;
  readonly state: SnapshotScope['state'];
  /** The snapshot is of this position or a later one. */
  readonly seq: number;
  readonly packed: Promise<Buffer>;
};

/** Further behind, what comes after it is more than it saves. */
const MOST_BEHIND = 2000;
const MOST_BYTES = 128_000_000;
const QUALITY = 4;
const LATELY_MS = 3_600_000;
/** Of all that was asked for lately, so many are kept young. */
const MOST_RENEWED = 8;
const ATTEMPTS = 5;

export function makeSnapshotCache(runtime: Runtime, now: () => number = Date.now): SnapshotCache {
  const entries = new Map<string, Entry>();
  /** The head of each workspace's log when `renew` was last called. */
  const heads = new Map<string, number>();
  const sizes = new Map<string, number>();

  const forget = (name: string): void => {
    entries.delete(name);
    sizes.delete(name);
  };
  const makeRoom = (): void => {
    let total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    for (const [name, size] of sizes) {
      if (total <= MOST_BYTES) return;
      forget(name);
      total -= size;
    }
  };
  const make = (name: string, entry: Omit<Entry, 'packed'>): Promise<Buffer> => {
    const packed = packFor(name, entry.request);
    entries.set(name, { ...entry, packed });
    packed.then(
      ({ byteLength }) => {
        sizes.delete(name);
        sizes.set(name, byteLength);
        makeRoom();
      },
      () => forget(name),
    );
    return packed;
  };
  const look = async (request: ScopeRequest): Promise<Look> => {
    const { state, key } = await readSnapshotScope(runtime, request);
    const seq = await readHead(runtime.database, request.workspace);
    return { name: `${request.workspace} ${request.space} ${key}`, state, seq };
  };
  /** Whom a record is for may change while it is packed: then it is of another name, and nobody is given it. */
  const packFor = async (name: string, request: ScopeRequest): Promise<Buffer> => {
    const packed = await pack(runtime, request);
    if ((await look(request)).name !== name) throw new MovedScope();
    return packed;
  };
  const find = ({ name, state, seq }: Look): Entry | undefined => {
    const known = entries.get(name);
    return known?.state === state && seq - known.seq <= MOST_BEHIND ? known : undefined;
  };
  const isQuiet = async (workspace: string): Promise<boolean> => {
    const head = await readHead(runtime.database, workspace);
    const before = heads.get(workspace);
    heads.set(workspace, head);
    return before === head;
  };
  const renewOne = async (name: string, { request, askedAt }: Entry): Promise<void> => {
    const seen = await look(request);
    if (find(seen)) return;
    if (seen.name !== name) forget(name);
    await make(seen.name, { request, askedAt, state: seen.state, seq: seen.seq });
  };
  const read: SnapshotCache['read'] = async ({ atLeast, ...request }) => {
    const seen = await look(request);
    const known = find(seen);
    const entry = { request, askedAt: now(), state: seen.state };
    if (known === undefined || known.seq < atLeast) return make(seen.name, { ...entry, seq: seen.seq });
    entries.set(seen.name, { ...known, ...entry });
    return known.packed;
  };
  return {
    read: async (request) => {
      for (let attempt = 1; ; attempt++)
        try {
          return await read(request);
        } catch (error) {
          if (!(error instanceof MovedScope) || attempt === ATTEMPTS) throw error;
        }
    },
    renew: async () => {
      const asked = [...entries].filter(([, { askedAt }]) => now() - askedAt < LATELY_MS);
      const latest = asked.toSorted(([, a], [, b]) => b.askedAt - a.askedAt).slice(0, MOST_RENEWED);
      const quiet = new Set<string>();
      for (const workspace of new Set(latest.map(([, { request }]) => request.workspace)))
        if (await isQuiet(workspace)) quiet.add(workspace);
      for (const [name, entry] of latest.filter(([, { request }]) => quiet.has(request.workspace)))
        await renewOne(name, entry).catch((error: unknown) => {
          forget(name);
          // Whoever asked for it may not any more, or may see something else.
          if (!(error instanceof Refusal || error instanceof MovedScope)) throw error;
        });
    },
  };
}

/** What a reader may see changed while it was packed for him. */
class MovedScope extends Error {}

type Look = Pick<Entry, 'state' | 'seq'> & { readonly name: string };

const compress = promisify(brotliCompress);

async function pack(runtime: Runtime, request: ScopeRequest): Promise<Buffer> {
  const pieces = await readSnapshot(runtime, request);
  const json = Buffer.concat(pieces.map((piece) => Buffer.from(piece)));
  return compress(json, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: json.byteLength,
    },
  });
}
