export { restoreBackup, type RestoreOptions, type RestoreReport } from './backup/read-backup.ts';
export { localSecretPath, localSocketPath } from './local/local-access.ts';
export {
  serveDatabase,
  startServer,
  type ServeOptions,
  type Server,
  type ServerOptions,
} from './start-server.ts';
