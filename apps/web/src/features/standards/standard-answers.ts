/** What the server tells of standards, as these pages use it. */
import type { Json, JsonObject } from '@throughline/base';
import type { Difference, Freedom, PartKind, PartState, StandardPart } from '@throughline/model';

export interface ShownPart {
  readonly part: string;
  readonly kind: PartKind;
  readonly name: string;
  readonly freedom: Freedom;
  readonly keptBy?: string;
}

export interface FollowedPart extends ShownPart {
  readonly state: PartState | 'elsewhere';
  readonly differences: readonly Difference[];
}

export interface Follower {
  readonly adoption: string;
  readonly standard: string;
  readonly space: string;
  readonly spaceName: string;
  readonly version: number;
  readonly latest: number;
  readonly parts: readonly FollowedPart[];
}

export interface PlanNote {
  readonly code: 'option_in_use' | 'values_stay' | 'key_taken' | 'becomes_shared';
  readonly name: string;
  readonly count?: number;
  readonly key?: string;
}

export interface PlannedPart extends ShownPart {
  readonly act: 'make' | 'match' | 'change' | 'keep' | 'missing' | 'elsewhere';
  readonly changes: readonly Difference[];
  readonly own: readonly Difference[];
  readonly notes: readonly PlanNote[];
}

export interface Plan {
  readonly parts: readonly PlannedPart[];
  readonly dropped: readonly string[];
}

export function readPlan(body: JsonObject): Plan {
  return body['plan'] as unknown as Plan;
}

export function readFollower(body: JsonObject): Follower {
  return body as unknown as Follower;
}

/** The draft of a standard, as the server keeps it: it was read there. */
export function readParts(json: Json | undefined): readonly StandardPart[] {
  return (json ?? []) as unknown as readonly StandardPart[];
}
