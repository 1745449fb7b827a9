/**
 * Snapshots of spaces, packed, for those who open a space that somebody has opened before. What happened since
 * comes with the stream, which a reader takes up from the snapshot's position; so one a little older does as well.
 */
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
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
};

type Entry = {
  readonly state: SnapshotScope['state'];
  /** The snapshot is of this position or a later one. */
  readonly seq: number;
  readonly packed: Promise<Buffer>;
};

/** Further behind, what comes after it is more than it saves. */
const MOST_BEHIND = 2000;
const MOST_BYTES = 128_000_000;
const QUALITY = 4;

export function makeSnapshotCache(runtime: Runtime): SnapshotCache {
  const entries = new Map<string, Entry>();
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
  const make = (name: string, request: ScopeRequest, entry: Omit<Entry, 'packed'>): Promise<Buffer> => {
    const packed = pack(runtime, request);
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
  return {
    read: async ({ atLeast, ...request }) => {
      const { state, key } = await readSnapshotScope(runtime, request);
      const name = `${request.workspace} ${request.space} ${key}`;
      const seq = await readHead(runtime.database, request.workspace);
      const known = entries.get(name);
      const isFresh =
        known !== undefined &&
        known.state === state &&
        known.seq >= atLeast &&
        seq - known.seq <= MOST_BEHIND;
      return isFresh ? known.packed : make(name, request, { state, seq });
    },
  };
}

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
