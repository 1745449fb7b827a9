export type DatabaseErrorCode =
  | 'database_unavailable'
  | 'database_version'
  | 'directory_in_use'
  | 'disk_full'
  | 'migration_changed'
  | 'migration_invalid'
  | 'schema_newer'
  | 'statement_timeout'
  | 'transaction_idle';

export interface DatabaseErrorDetails {
  readonly why: string;
  readonly fix: string;
  readonly cause?: unknown;
  /** The same call may be made again later and can then succeed. */
  readonly retryable?: boolean;
  /** The connection was lost while committing: the transaction may or may not have happened. */
  readonly outcomeUnknown?: boolean;
}

/** A state of the database that an operator or a caller can act on. Other SQL errors pass through as they are. */
export class DatabaseError extends Error {
  override name = 'DatabaseError';
  readonly code: DatabaseErrorCode;
  readonly why: string;
  readonly fix: string;
  readonly retryable: boolean;
  readonly outcomeUnknown: boolean;

  constructor(code: DatabaseErrorCode, what: string, details: DatabaseErrorDetails) {
    super(`${what} ${details.why} ${details.fix}`, { cause: details.cause });
    this.code = code;
    this.why = details.why;
    this.fix = details.fix;
    this.retryable = details.retryable ?? false;
    this.outcomeUnknown = details.outcomeUnknown ?? false;
  }
}

/** The SQLSTATE or system code an error carries, or '' when it has none. */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  // Class 08 is a broken connection, 57P0x a server that stops or starts, 53300 one that is full.
  '08000',
  '08001',
  '08003',
  '08004',
  '08006',
  '57P01',
  '57P02',
  '57P03',
  '25P03',
  '53300',
]);

/** What `pg` says without a code when a connection breaks or can't be had. */
const UNREACHABLE_MESSAGE =
  /^(Connection terminated|timeout expired|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Names the errors a caller can act on; every other error is returned as it came. */
export function toDatabaseError(error: unknown): unknown {
  if (error instanceof DatabaseError || !(error instanceof Error)) return error;
  const code = errorCode(error);
  // A unix socket that is not there.
  const noSocket = code === 'ENOENT' && 'syscall' in error && error.syscall === 'connect';
  if (noSocket || UNREACHABLE.has(code) || UNREACHABLE_MESSAGE.test(error.message))
    return makeUnavailable(error);
  if (code === '57014' && error.message.includes('statement timeout')) return makeStatementTimeout(error);
  if (code === '53100' || code === 'ENOSPC' || /no space left on device/i.test(error.message)) {
    return makeDiskFull(error);
  }
  return error;
}

export function makeUnavailable(cause: unknown, outcomeUnknown = false): DatabaseError {
  return new DatabaseError('database_unavailable', 'The database did not answer.', {
    why: `The connection was lost or refused (${cause instanceof Error ? cause.message : String(cause)}).`,
    fix: 'Nothing needs to be done: Throughline connects again by itself. Try again in a moment.',
    retryable: true,
    outcomeUnknown,
    cause,
  });
}

export function makeStatementTimeout(cause?: unknown): DatabaseError {
  return new DatabaseError('statement_timeout', 'The statement was stopped.', {
    why: 'It ran longer than the time limit for one statement.',
    fix: 'Ask for less at once, for example with a narrower filter, and try again.',
    cause,
  });
}

function makeDiskFull(cause: unknown): DatabaseError {
  return new DatabaseError('disk_full', 'The change was not stored.', {
    why: 'The disk that holds the database is full.',
    fix: 'Free some space on it and try again; everything stored before is safe.',
    retryable: true,
    cause,
  });
}
