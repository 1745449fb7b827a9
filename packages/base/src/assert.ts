/** A broken invariant of our own: a bug, never a user's mistake. Caught only at the top of a process. */
export class AssertionError extends Error {
  override name = 'AssertionError';
}

export function assert(condition: unknown, message = 'Assertion failed'): asserts condition {
  if (!condition) throw new AssertionError(message);
}

/** The value, or a bug when it is missing. */
export function must<T>(value: T | null | undefined, message = 'Expected a value'): T {
  if (value === null || value === undefined) throw new AssertionError(message);
  return value;
}

/** For the branch that types prove impossible. */
export function unreachable(value: never): never {
  throw new AssertionError(`Unreachable: ${String(value)}`);
}
