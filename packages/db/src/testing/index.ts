export { describeDatabases, type TestDatabase } from './describe-databases.ts';
export { findPostgres } from './find-postgres.ts';
export { startTestServer, type TestServer, type TestServerOptions } from './start-test-server.ts';
