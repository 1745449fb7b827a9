/** What the server tells of standards, as these pages use it. */
import type { Json, JsonObject } from '@throughline/base';
import type { Follower, ShownPlan, StandardPart } from '@throughline/model';

export function readPlan(body: JsonObject): ShownPlan {
  return body['plan'] as unknown as ShownPlan;
}

export function readFollower(body: JsonObject): Follower {
  return body as unknown as Follower;
}

/** The draft of a standard, as the server keeps it: it was read there. */
export function readParts(json: Json | undefined): readonly StandardPart[] {
  return (json ?? []) as unknown as readonly StandardPart[];
}
