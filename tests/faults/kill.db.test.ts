/**
 * A server killed at random moments, while eight clients write and while it imports a file: what was acknowledged
 * is there, nothing is half-written, and the next start works by itself. `npm run faults` kills a hundred times
 * and more.
 */
import { randomBytes } from 'node:crypto';
import { makeId, must } from '@throughline/base';
import { MODEL } from '@throughline/model';
import { listWorkspaces, verifyWorkspace } from '@throughline/operations';
import { afterAll, describe, expect, it } from 'vitest';
import {
  DATABASES,
  inDatabase,
  kill,
  makePlace,
  POSTGRES,
  serve,
  setUp,
  type Place,
} from './served-process.ts';

const KILLS = Number(process.env['THROUGHLINE_KILLS'] ?? 15);
/** Some of the kills meet an import. */
const IMPORT_KILLS = Math.ceil(KILLS / 3);
const ROWS = 1500 * IMPORT_KILLS;
const ids = { now: Date.now, randomBytes };

describe.each(DATABASES)('a server killed while it works ($kind)', ({ kind }) => {
  const isMissing = kind === 'PostgreSQL' && POSTGRES === undefined;
  const closers: (() => Promise<unknown>)[] = [];
  afterAll(async () => {
    for (const close of closers.toReversed()) await close();
  });

  it.skipIf(isMissing)(
    `keeps what it acknowledged, ${KILLS} times`,
    async () => {
      const place = await makePlace(kind, closers);
      const token = await setUp(place);
      const acknowledged: Acknowledged = { created: new Set(), edited: new Set() };
      for (let round = 0; round < KILLS; round++) await writeAndKill(place, token, acknowledged);
      const { records, edited, found } = await inspect(place);
      const missing = [...acknowledged.created].filter((id) => !records.has(id));
      const unedited = [...acknowledged.edited].filter((id) => !edited.has(id));
      expect({ missing, unedited, found }).toEqual({ missing: [], unedited: [], found: 0 });
      expect(acknowledged.created.size).toBeGreaterThanOrEqual(KILLS);
    },
    60_000 + KILLS * 20_000,
  );

  it.skipIf(isMissing)(
    `brings every row of a file once, killed ${IMPORT_KILLS} times on the way`,
    async () => {
      const place = await makePlace(kind, closers);
      const token = await setUp(place);
      const id = await begin(place, token);
      let position = 0;
      for (let round = 1; round < IMPORT_KILLS; round++) {
        const next = await followAndKill(place, token, { id, until: position + 1 + Math.random() * 700 });
        expect(next.position).toBeGreaterThanOrEqual(position);
        position = next.position;
      }
      const end = await followAndKill(place, token, { id, until: Number.POSITIVE_INFINITY });
      expect(end).toEqual({ state: 'done', position: ROWS });
      const { records, found, titles } = await inspect(place);
      expect({ records: records.size, titles: titles.size, found }).toEqual({
        records: ROWS,
        titles: ROWS,
        found: 0,
      });
    },
    60_000 + IMPORT_KILLS * 60_000,
  );
});

const urlOf = ({ port }: Place): string => `http://127.0.0.1:${port}/api/v1`;

/** Ids of ideas whose creation, and whose edit, was answered. */
type Acknowledged = { readonly created: Set<string>; readonly edited: Set<string> };

/** Eight clients create and edit until the server is gone; each notes what was answered. */
async function writeAndKill(place: Place, token: string, acknowledged: Acknowledged): Promise<void> {
  const child = await serve(place);
  const base = `${urlOf(place)}/ideas`;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const client = async (): Promise<void> => {
    for (;;) {
      const id = makeId('idea', ids);
      const created = await fetch(base, {
        method: 'POST',
        headers: { ...headers, 'idempotency-key': id },
        body: JSON.stringify({ id, space: 'PROD', title: id, description: `# ${id}` }),
      });
      await created.json();
      if (created.status === 201) acknowledged.created.add(id);
      const edited = await fetch(`${base}/${id}`, {
        method: 'PATCH',
        headers,
        body: JSON.stringify({ labels: ['edited'] }),
      });
      await edited.json();
      if (edited.status === 200) acknowledged.edited.add(id);
    }
  };
  const clients = Array.from({ length: 8 }, () => client().catch(() => undefined));
  const enough = acknowledged.created.size + 1 + Math.floor(Math.random() * 60);
  while (acknowledged.created.size < enough)
    await new Promise((done) => setTimeout(done, 1 + Math.random() * 9));
  await kill(child);
  await Promise.all(clients);
}

/** Sends the file and kills the server as soon as it has taken it. */
async function begin(place: Place, token: string): Promise<string> {
  const child = await serve(place);
  const lines = Array.from({ length: ROWS }, (_, index) => `row-${index},"Idea ${index}, imported"`);
  const response = await fetch(`${urlOf(place)}/imports?entity=idea&space=PROD&name=rows.csv`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv' },
    body: `id,title\n${lines.join('\n')}\n`,
  });
  const { id } = (await response.json()) as { id: string };
  await kill(child);
  return id;
}

type Job = { readonly state: string; readonly position: number };

/** Starts the server, which goes on with the import by itself, and kills it when the import is so far. */
async function followAndKill(
  place: Place,
  token: string,
  { id, until }: { readonly id: string; readonly until: number },
): Promise<Job> {
  const child = await serve(place);
  try {
    for (;;) {
      const response = await fetch(`${urlOf(place)}/imports/${id}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      const { state, position } = (await response.json()) as Job;
      if (position >= until || state === 'done') return { state, position };
      if (state === 'failed' || state === 'cancelled') throw new Error(`The import is ${state}`);
      await new Promise((done) => setTimeout(done, 5));
    }
  } finally {
    await kill(child);
  }
}

type Found = {
  readonly records: Set<string>;
  readonly edited: Set<string>;
  readonly titles: Set<string>;
  readonly found: number;
};

async function inspect(place: Place): Promise<Found> {
  return inDatabase(place, async (database) => {
    const [workspace] = await listWorkspaces(database);
    const { found } = await verifyWorkspace(database, MODEL, must(workspace));
    const { rows } = await database.query<{ id: string; title: string; is_edited: boolean | null }>(
      `select id, title, 'edited' = any(labels) as is_edited from idea`,
    );
    return {
      records: new Set(rows.map((row) => row.id)),
      edited: new Set(rows.filter((row) => row.is_edited === true).map((row) => row.id)),
      titles: new Set(rows.map((row) => row.title)),
      found,
    };
  });
}
