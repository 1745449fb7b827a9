/** What is the same for all records while a query runs. Engines have no clock: the time is an argument. */
export type ViewContext = {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Midnight UTC of the current day in the workspace's zone. */
  readonly today: number;
  /** The id of the person who looks; null for nobody. */
  readonly me: string | null;
};

export type ContextParts = { readonly now: number; readonly zone?: string; readonly me?: string | null };

/** `zone` is an IANA name; UTC when left out. */
export function makeContext({ now, zone = 'UTC', me = null }: ContextParts): ViewContext {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(now);
  return { now, today: Date.parse(`${day}T00:00:00.000Z`), me };
}
