import { DatabaseError } from './database-error.ts';

export interface IdleLimit {
  /** Rejects with `transaction_idle` when the time between two statements is up. */
  readonly expired: Promise<never>;
  /** Runs a statement; its own time doesn't count. */
  readonly during: <T>(statement: () => Promise<T>) => Promise<T>;
  readonly stop: () => void;
}

/**
 * Ends a transaction that waits for something else than the database. It holds its locks meanwhile, and on the
 * embedded database the only connection.
 */
export function makeIdleLimit(limitMs: number): IdleLimit {
  const { promise: expired, reject } = withReject();
  let timer: NodeJS.Timeout | undefined;
  let running = 0;
  let stopped = false;

  const start = (): void => {
    timer = setTimeout(() => reject(makeIdle()), limitMs);
  };
  const pause = (): void => clearTimeout(timer);

  async function during<T>(statement: () => Promise<T>): Promise<T> {
    running += 1;
    pause();
    try {
      return await statement();
    } finally {
      running -= 1;
      if (running === 0 && !stopped) start();
    }
  }

  function stop(): void {
    stopped = true;
    pause();
  }

  start();
  return { expired, during, stop };
}

function withReject(): { promise: Promise<never>; reject: (error: Error) => void } {
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<never>((_resolve, rejectPromise) => {
    reject = rejectPromise;
  });
  // Whoever runs the transaction hears of it through the race; after its end nobody needs to.
  promise.catch(() => undefined);
  return { promise, reject };
}

function makeIdle(): DatabaseError {
  return new DatabaseError('transaction_idle', 'The transaction was rolled back.', {
    why: 'It held its connection without using it for longer than the time limit.',
    fix: 'Do what takes long before or after the transaction, not inside it.',
  });
}
