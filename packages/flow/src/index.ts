export { NONE, type AttributeColumn, type Attributes, type EventLog, type Names } from './log/event-log.ts';
