import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { must } from '@throughline/base';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import type { Database } from '../database.ts';
import { openDatabase } from '../open-database.ts';
import { createDatabase, dropDatabase, withDatabase } from './migrated-templates.ts';
import type { TestServers } from './test-servers.ts';

declare module 'vitest' {
  interface ProvidedContext {
    testServers: TestServers;
  }
}

export interface TestDatabase {
  readonly kind: Database['kind'];
  /** The migrated database of this suite, within its hooks and tests. */
  readonly database: Database;
  /** One more, migrated and empty, that is closed and removed with the suite. */
  readonly openFresh: (options?: { readonly statementLimitMs?: number }) => Promise<Database>;
}

interface Source {
  readonly kind: Database['kind'];
  open(options: {
    readonly statementLimitMs?: number;
  }): Promise<{ database: Database; remove(): Promise<void> }>;
}

/**
 * Runs a suite on both databases, each with a fresh migrated database of its own. Where PostgreSQL is missing
 * its half is counted as skipped.
 */
export function describeDatabases(name: string, define: (test: TestDatabase) => void): void {
  const { embeddedTemplate, server } = inject('testServers');
  describe(`${name} (embedded)`, () => {
    defineSuite(makeEmbeddedSource(embeddedTemplate), define);
  });
  const missing = server === undefined;
  describe.skipIf(missing)(`${name} (PostgreSQL${missing ? ' is missing' : ''})`, () => {
    defineSuite(makeServerSource(server), define);
  });
}

function defineSuite(source: Source, define: (test: TestDatabase) => void): void {
  let database: Database | undefined;
  const closers: (() => Promise<void>)[] = [];

  const openFresh: TestDatabase['openFresh'] = async (options = {}) => {
    const opened = await source.open(options);
    closers.push(async () => {
      await opened.database.close();
      await opened.remove();
    });
    return opened.database;
  };

  beforeAll(async () => {
    database = await openFresh();
  });
  afterAll(async () => {
    for (const close of closers.reverse()) await close();
  });

  define({
    kind: source.kind,
    get database() {
      return must(database, 'The database is open within hooks and tests only');
    },
    openFresh,
  });
}

function makeEmbeddedSource(template: string): Source {
  return {
    kind: 'embedded',
    async open(options) {
      const dataDir = await mkdtemp(join(tmpdir(), 'throughline-test-'));
      const database = await openDatabase({ dataDir, template, checksNesting: true, ...options });
      return { database, remove: () => rm(dataDir, { recursive: true, force: true }) };
    },
  };
}

function makeServerSource(server: TestServers['server']): Source {
  return {
    kind: 'server',
    async open(options) {
      const { url, template } = must(server, 'PostgreSQL is missing');
      const name = `throughline_test_${randomBytes(8).toString('hex')}`;
      await createDatabase(url, name, template);
      const database = await openDatabase({ url: withDatabase(url, name), checksNesting: true, ...options });
      return { database, remove: () => dropDatabase(url, name) };
    },
  };
}
