/** What a process left behind: cases, each a sequence of events, in columns that millions of events fit in. */

/** Names given numbers in the order they were first met. */
export type Names = readonly string[];

/** The code of an event, case or attribute that has none. */
export const NONE = -1;

/** One column of an attribute, as long as the events or the cases it belongs to. */
export type AttributeColumn =
  | { readonly kind: 'text'; readonly names: Names; /** `NONE` where absent. */ readonly codes: Int32Array }
  | {
      readonly kind: 'number' | 'date';
      /** `NaN` where absent; dates in ms. */ readonly values: Float64Array;
    }
  | { readonly kind: 'boolean'; /** 0, 1, or 2 where absent. */ readonly values: Uint8Array };

export type Attributes = ReadonlyMap<string, AttributeColumn>;

/** Events lie case by case: those of case `c` are `firstEvent[c]` up to, without, `firstEvent[c + 1]`. */
export type EventLog = {
  readonly caseIds: readonly string[];
  /** One longer than the cases; the last is the number of events. */
  readonly firstEvent: Uint32Array;
  readonly activities: Names;
  readonly activity: Int32Array;
  /** Milliseconds since 1970 in UTC, fractions kept: when the event happened, or the work of it ended. */
  readonly time: Float64Array;
  /** When its work began; `NaN` where not known, null where the log never says. */
  readonly start: Float64Array | null;
  /** Lifecycle transitions (`start`, `complete` …), null where the log has none. */
  readonly transitions: Names;
  readonly transition: Int32Array | null;
  readonly resources: Names;
  readonly resource: Int32Array | null;
  readonly eventAttributes: Attributes;
  readonly caseAttributes: Attributes;
};
