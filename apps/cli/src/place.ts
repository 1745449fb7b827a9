/** Which installation a command means: a data directory, perhaps a database server, an address. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Refusal } from '@throughline/contract';

export type Place = {
  readonly dataDirectory: string;
  readonly databaseUrl?: string;
  readonly workspace?: string;
  readonly host: string;
  readonly port: number;
  /** How browsers reach it. */
  readonly url: string;
};

export type PlaceOptions = {
  readonly data?: string;
  readonly workspaceId?: string;
  readonly host?: string;
  readonly port?: string;
};

const DEFAULT_DIRECTORY = 'throughline-data';
const DEFAULT_HOST = '127.0.0.1';
const DEFAULT_PORT = 3000;

/** The address is remembered in the directory, so that `setup` can name it before `serve` runs. */
export async function findPlace({ data, workspaceId, host, port }: PlaceOptions): Promise<Place> {
  const dataDirectory = resolve(data ?? process.env['THROUGHLINE_DIRECTORY'] ?? DEFAULT_DIRECTORY);
  const databaseUrl = process.env['DATABASE_URL'];
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new Refusal('invalid_input', {
      message: 'DATABASE_URL is not the address of a PostgreSQL server.',
      why: 'It does not begin with postgres://.',
      fix: 'Such as postgres://user:password@host/database; unset it for the embedded database.',
    });
  }
  const kept = await readAddress(dataDirectory);
  const address = { host: host ?? kept.host, port: port === undefined ? kept.port : Number(port) };
  if (host !== undefined || port !== undefined) await keepAddress(dataDirectory, address);
  return {
    dataDirectory,
    ...address,
    url: process.env['THROUGHLINE_URL'] ?? `http://${address.host}:${address.port}`,
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...(workspaceId === undefined ? {} : { workspace: workspaceId }),
  };
}

type Address = { readonly host: string; readonly port: number };

async function readAddress(directory: string): Promise<Address> {
  const text = await readFile(join(directory, 'address.json'), 'utf8').catch(() => '{}');
  return { host: DEFAULT_HOST, port: DEFAULT_PORT, ...(JSON.parse(text) as Partial<Address>) };
}

async function keepAddress(directory: string, address: Address): Promise<void> {
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, 'address.json'), JSON.stringify(address));
}
