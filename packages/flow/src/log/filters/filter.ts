/**
 * Filters as data: a JSON list, each entry applied to what the one before leaves. Those on events keep events, those on
 * cases keep whole cases. `not` turns one around.
 */

/** Bounds include their ends; times are ISO 8601. */
export type TimeFilter = {
  readonly type: 'time';
  readonly from?: string;
  readonly to?: string;
  /**
   * `events`: only events within. Else whole cases: `contained` within, `intersecting` it, or that `start` or `end`
   * in it.
   */
  readonly keep?: 'events' | 'contained' | 'intersecting' | 'start' | 'end';
};

/** One of some values, or a number or date between bounds. */
export type AttributeFilter = {
  readonly type: 'case-attribute' | 'event-attribute';
  readonly key: string;
  readonly in?: readonly (string | number | boolean)[];
  readonly min?: number | string;
  readonly max?: number | string;
};

export type CaseFilter = { readonly type: 'case'; readonly in: readonly string[] };

/** The commonest so many; the commonest that together cover a share of the cases; or these. */
export type VariantFilter = {
  readonly type: 'variant';
  readonly top?: number;
  readonly coverage?: number;
  readonly in?: readonly (readonly string[])[];
};

/** `events`: only these activities; else whole cases that have any or all of them. */
export type ActivityFilter = {
  readonly type: 'activity' | 'resource' | 'transition';
  readonly in: readonly string[];
  readonly keep?: 'events' | 'cases-with-any' | 'cases-with-all';
};

/** From the first to the last event; such as `36h`, `2d`, `1w`. */
export type DurationFilter = { readonly type: 'duration'; readonly min?: string; readonly max?: string };

/** Events a case has. */
export type LengthFilter = { readonly type: 'length'; readonly min?: number; readonly max?: number };

export type EndpointFilter = {
  readonly type: 'endpoint';
  readonly start?: readonly string[];
  readonly end?: readonly string[];
};

/** Cases in which `to` comes after `from`: right after it unless `eventually`. */
export type FollowsFilter = {
  readonly type: 'follows';
  readonly from: string;
  readonly to: string;
  readonly eventually?: boolean;
};

export type Filter = (
  | TimeFilter
  | AttributeFilter
  | CaseFilter
  | VariantFilter
  | ActivityFilter
  | DurationFilter
  | LengthFilter
  | EndpointFilter
  | FollowsFilter
) & { readonly not?: boolean };

export type FilterType = Filter['type'];
