export { parseInput } from './inputs.ts';
export { LIST_PARAMETERS, type ListParameters } from './list-parameters.ts';
export { changeNamesOf, commandsOf, type Operation } from './operation.ts';
export { permissionMatrix, type MatrixCell, type MatrixRow } from './permission-matrix.ts';
export { Refusal, REFUSALS, type RefusalBody, type RefusalCode, type RefusalWords } from './refusal.ts';
export { inputSchema } from './schema.ts';
export { toolsOf, type Tool } from './tool.ts';
export { columnValues } from './sync.ts';
export type {
  DerivedPatch,
  RecordWindow,
  SessionInfo,
  Snapshot,
  RepeatedValues,
  SnapshotColumn,
  SnapshotTable,
  SyncChange,
  SyncEvent,
  WindowTotals,
} from './sync.ts';
