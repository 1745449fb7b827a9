export interface Turns {
  /** Answers what the sending did; undefined where a later one of the same name took its place before it began. */
  readonly send: <T>(name: string, send: () => Promise<T>) => Promise<T | undefined>;
}

/**
 * Writes of one name arrive in the order in which they were made: each begins once the one before it has ended, and of
 * those that wait the newest alone is sent.
 */
export function makeTurns(): Turns {
  const underWay = new Map<string, Promise<unknown>>();
  const newest = new Map<string, number>();
  return {
    send: (name, send) => {
      const number = (newest.get(name) ?? 0) + 1;
      newest.set(name, number);
      const before = underWay.get(name);
      const begin = () => (newest.get(name) === number ? send() : undefined);
      const mine = before === undefined ? Promise.resolve(send()) : before.then(begin, begin);
      underWay.set(name, mine);
      return mine;
    },
  };
}
