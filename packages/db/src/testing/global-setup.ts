import type { TestProject } from 'vitest/node';
import { findPostgres } from './find-postgres.ts';
import { prepareServerTemplate, prepareEmbeddedTemplate } from './migrated-templates.ts';
import { startTestServer, type TestServer } from './start-test-server.ts';
import type { TestServers } from './test-servers.ts';

declare module 'vitest' {
  interface ProvidedContext {
    testServers: TestServers;
  }
}

/** Before the database tests: one server for all of them, and a migrated database of each kind to copy. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const embeddedTemplate = await prepareEmbeddedTemplate();
  const given = process.env['THROUGHLINE_TEST_DATABASE_URL'];
  const started = given === undefined ? await startServer() : undefined;
  const url = given ?? started?.url;
  try {
    const server = url === undefined ? undefined : { url, template: await prepareServerTemplate(url) };
    project.provide('testServers', { embeddedTemplate, server });
  } catch (error) {
    await started?.stop();
    throw error;
  }
  return async () => started?.stop();
}

async function startServer(): Promise<TestServer | undefined> {
  const programs = findPostgres();
  if (programs !== undefined) return startTestServer({ programs });
  console.warn(
    'PostgreSQL is missing: its tests are skipped. Install it, or set THROUGHLINE_TEST_DATABASE_URL.',
  );
  return undefined;
}
