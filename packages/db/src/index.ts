export type { Database, Queryable, Transaction, TransactionOptions } from './database.ts';
export { DatabaseError, type DatabaseErrorCode } from './database-error.ts';
export { prepareTemplate } from './embedded/template.ts';
export { migrate } from './migrate.ts';
export { openDatabase, type EmbeddedDatabaseOptions, type ServerDatabaseOptions } from './open-database.ts';
export { readMigrations, type Migration } from './read-migrations.ts';
export type { Tables } from './tables.ts';
export {
  appendChanges,
  appendLast,
  chainHash,
  createLog,
  digestOf,
  GENESIS_HASH,
  type NewChange,
} from './log-append.ts';
export { deleteAccount } from './accounts.ts';
export { destroyKey } from './erasure/erasure-keys.ts';
export { openChanges, sealChanges, type IsPersonal } from './erasure/sealed-changes.ts';
export {
  beginEpoch,
  readCause,
  readChangedIds,
  readChanges,
  readChangesOf,
  readConnectionsSince,
  readEditsSince,
  readEpoch,
  readHashedChanges,
  readHead,
  readHeads,
  readChangesBetween,
  readHistory,
  type ChangePlace,
  readVersions,
} from './log-read.ts';
export {
  deleteRecord,
  insertRecords,
  insertWithKey,
  loadRecords,
  readRow,
  selectColumns,
  updateRecord,
  type RecordRow,
  type RecordTarget,
  type StoredRecord,
} from './record-store.ts';
export {
  createTableSql,
  quoteName,
  recordTable,
  snakeCase,
  type RecordColumn,
  type RecordTable,
  type SqlType,
} from './record-table.ts';
export { readColumns, type ColumnsRequest, type JsonColumns } from './read-columns.ts';
export {
  derivedPath,
  asReference,
  derivedSql,
  findAffected,
  readDerived,
  withNothingLinked,
  type DerivedPath,
} from './derived-values.ts';
export {
  dumpTables,
  isEmptyDatabase,
  listAttachedFiles,
  listTables,
  loadRows,
  readSchemaVersion,
  type Dump,
  type TableName,
} from './backup/dump-tables.ts';
export {
  dropSortIndex,
  forgetSortFunctions,
  holdSortIndexes,
  makeSortIndex,
  readSortIndexes,
  type Execute,
  type NewSortIndex,
  type SortFunction,
} from './sort-index.ts';
export { lockCursor, moveCursor } from './sink-cursor.ts';
export { derivePast } from './past/derive-past.ts';
export { readPast, type Past } from './past/read-past.ts';
