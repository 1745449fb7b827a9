export {
  makeApi,
  UnreachableError,
  type Answer,
  type Api,
  type ApiOptions,
  type CallOptions,
} from './api.ts';
export { type Mutation, type Write } from './replica/mutation.ts';
export type { Rejection } from './replica/mutation-queue.ts';
export {
  openReplica,
  type Connection,
  type Replica,
  type ReplicaOptions,
  type ReplicaStatus,
} from './replica/open-replica.ts';
export { openPast, type PastOptions } from './replica/open-past.ts';
export type { Table } from './replica/entity-records.ts';
export type { LoadedWindow, WindowAsked } from './replica/window-loader.ts';
export type { Touched } from './replica/record-tables.ts';
export { deleteBrowserStore, openBrowserStore, type Tabs } from './replica/browser-store.ts';
export {
  makeMemoryStore,
  type ReplicaStore,
  type StoredRejection,
  type StoredReplica,
  type StoreNews,
} from './replica/replica-store.ts';
