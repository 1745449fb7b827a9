export {
  serveDatabase,
  startServer,
  type ServeOptions,
  type Server,
  type ServerOptions,
} from './start-server.ts';
