export { NONE, type AttributeColumn, type Attributes, type EventLog, type Names } from './log/event-log.ts';
export { makeLog, type AttributeValue, type CaseAttributes, type EventRecord } from './log/make-log.ts';
export { inTimeOrder, isInTimeOrder } from './log/time-order.ts';
export { FlowRefusal, type FlowRefusalCode } from './read/flow-refusal.ts';
export type { LeftOut, LeftOutReason } from './read/left-out.ts';
export { readLog } from './read/read-log.ts';
export type {
  Chunks,
  Columns,
  LogFormat,
  ReadOptions,
  ReadReport,
  ReadResult,
  Role,
} from './read/read-options.ts';
export type { DateOrder } from './read/time-reader.ts';
export { logFacts, type LogFacts, type PairFacts, type ViewFacts } from './discovery/log-facts.ts';
