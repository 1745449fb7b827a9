/**
 * Refusals: what the product will not do, told the same way over HTTP, in the CLI's exit code, to agents and
 * on screens. A code is permanent. Bugs are not refusals.
 */
import type { JsonObject } from '@throughline/base';

type Declaration = {
  readonly status: number;
  /** Exit code of the CLI. */
  readonly exit: number;
  readonly message: string;
  readonly why: string;
  readonly fix: string;
};

export const REFUSALS = {
  unauthenticated: {
    status: 401,
    exit: 4,
    message: 'You are not signed in.',
    why: 'The request carried no valid session or token.',
    fix: 'Sign in, or send an API token as “Authorization: Bearer …”.',
  },
  forbidden: {
    status: 403,
    exit: 4,
    message: 'You may not do this.',
    why: 'Your role here does not include it.',
    fix: 'Ask an admin of the space for the role.',
  },
  not_found: {
    status: 404,
    exit: 5,
    message: 'There is no such record.',
    why: 'It does not exist, or you may not see it.',
    fix: 'Check the id or key.',
  },
  invalid_input: {
    status: 400,
    exit: 2,
    message: 'The request is not of the expected form.',
    why: 'A part of it is missing or of another type.',
    fix: 'See the API description at /api/openapi.json.',
  },
  invalid_value: {
    status: 422,
    exit: 2,
    message: 'A value does not fit its field.',
    why: 'See the details for the field and the value.',
    fix: 'Correct the value and try again.',
  },
  invalid_expression: {
    status: 422,
    exit: 2,
    message: 'The expression cannot be read.',
    why: 'See the details for the place of the error.',
    fix: 'Correct the expression at the place shown.',
  },
  stale_edit: {
    status: 409,
    exit: 6,
    message: 'Somebody changed the same field meanwhile.',
    why: 'The field has another value than the one you started from.',
    fix: 'Look at both values and send the one to keep, with the newer version.',
  },
  already_exists: {
    status: 409,
    exit: 6,
    message: 'There is one already.',
    why: 'Another record has the same name, key or id.',
    fix: 'Choose another, or use the one that exists.',
  },
  not_possible: {
    status: 409,
    exit: 6,
    message: 'The record is not in a state that allows this.',
    why: 'See the message.',
    fix: 'Change the record first.',
  },
  cannot_undo: {
    status: 409,
    exit: 6,
    message: 'This can no longer be undone.',
    why: 'Somebody has edited the same field since.',
    fix: 'Change the field by hand.',
  },
  idempotency_key_reused: {
    status: 422,
    exit: 2,
    message: 'The idempotency key was used for another request.',
    why: 'A key stands for one request with one content.',
    fix: 'Make a new key for each new request.',
  },
  too_large: {
    status: 413,
    exit: 2,
    message: 'The request is too large.',
    why: 'See the message for the limit.',
    fix: 'Send less at once.',
  },
  expired: {
    status: 410,
    exit: 5,
    message: 'The link is no longer valid.',
    why: 'It has expired, was used, or was withdrawn.',
    fix: 'Ask for a new one.',
  },
  unsupported_type: {
    status: 415,
    exit: 2,
    message: 'The request is of a type that is not understood here.',
    why: 'Its Content-Type names another form than JSON.',
    fix: 'Send JSON with “Content-Type: application/json”.',
  },
  rate_limited: {
    status: 429,
    exit: 7,
    message: 'Too many requests.',
    why: 'There is a limit to requests a minute.',
    fix: 'Wait a minute and try again.',
  },
  database_unavailable: {
    status: 503,
    exit: 7,
    message: 'The database does not answer.',
    why: 'It is stopped, restarting or out of reach. Nothing was lost.',
    fix: 'Try again in a moment.',
  },
  storage_full: {
    status: 507,
    exit: 7,
    message: 'The disk is full.',
    why: 'The change could not be stored, so it was not made.',
    fix: 'Free some space; the server goes on by itself.',
  },
  internal: {
    status: 500,
    exit: 70,
    message: 'Something went wrong on our side.',
    why: 'An error that nobody foresaw; it is in the server’s log.',
    fix: 'Try again; if it stays, send the administrator the time of the error.',
  },
} as const satisfies Record<string, Declaration>;

export type RefusalCode = keyof typeof REFUSALS;

export type RefusalBody = {
  readonly code: RefusalCode;
  readonly message: string;
  readonly why: string;
  readonly fix: string;
  readonly details: JsonObject;
};

export type RefusalWords = {
  readonly message?: string;
  readonly why?: string;
  readonly fix?: string;
  readonly details?: JsonObject;
};

export class Refusal extends Error {
  override name = 'Refusal';
  readonly code: RefusalCode;
  readonly body: RefusalBody;

  constructor(code: RefusalCode, words: RefusalWords = {}) {
    const { message, why, fix } = REFUSALS[code];
    super(words.message ?? message);
    this.code = code;
    this.body = {
      code,
      message: words.message ?? message,
      why: words.why ?? why,
      fix: words.fix ?? fix,
      details: words.details ?? {},
    };
  }

  get status(): number {
    return REFUSALS[this.code].status;
  }
}
