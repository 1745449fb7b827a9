/** What is told of the parts of a standard in a space, and of what becomes of them. */
import type { Difference, PartState } from './diff-part.ts';
import type { Freedom, PartKind } from './standard-part.ts';

export type ShownPart = {
  readonly part: string;
  readonly kind: PartKind;
  readonly name: string;
  readonly freedom: Freedom;
  /** The other standard that the space has it from. */
  readonly keptBy?: string;
};

export type FollowedPart = ShownPart & {
  readonly state: PartState | 'elsewhere';
  readonly differences: readonly Difference[];
};

/** A space that follows a standard. */
export type Follower = {
  readonly adoption: string;
  readonly standard: string;
  /** Id of the space. */
  readonly space: string;
  readonly spaceName: string;
  readonly version: number;
  /** The newest there is. */
  readonly latest: number;
  readonly parts: readonly FollowedPart[];
};

/**
 * `make`: there is none; `match`: the space has one that becomes the standard's; `change`, `keep`: it had the part
 * before; `missing`: it took the part away, as it may; `elsewhere`: it has it from another standard.
 */
export type PlanAct = 'make' | 'match' | 'change' | 'keep' | 'missing' | 'elsewhere';

export type PlanNote =
  | { readonly code: 'option_in_use'; readonly name: string; readonly count: number }
  | { readonly code: 'values_stay'; readonly name: string; readonly count: number }
  | { readonly code: 'key_taken'; readonly name: string; readonly key: string }
  | { readonly code: 'becomes_shared'; readonly name: string };

export type PlannedPart = ShownPart & {
  readonly act: PlanAct;
  /** From what the space has to what it will have. */
  readonly changes: readonly Difference[];
  /** From the standard to what the space will have. */
  readonly own: readonly Difference[];
  readonly notes: readonly PlanNote[];
};

export type ShownPlan = {
  readonly parts: readonly PlannedPart[];
  /** Names of what is no longer part of the standard, and stays as the space's own. */
  readonly dropped: readonly string[];
};
