import type { ActorKind } from '@throughline/model';

/** Who acts in a workspace. A person's or token's rights are those of `person`; the system may do all. */
export type Actor = {
  readonly kind: ActorKind;
  /** The person acting, or the person a token acts for; null for the system. */
  readonly person: string | null;
  /** A token's permissions; absent for people. `*` stands for all that the person may. */
  readonly scopes?: readonly string[];
  /** Of somebody outside, at a portal or by mail: what they may do is declared as the `visitors` of entities. */
  readonly visitor?: Visitor;
};

export type Visitor = {
  /** Where what they say lands. */
  readonly space: string;
  /** Who it is; null for somebody who did not sign in. */
  readonly contact: string | null;
};

/** The id that the log names an actor by; null for the system and for strangers. */
export function actorId({ person, visitor }: Actor): string | null {
  return person ?? visitor?.contact ?? null;
}

export const SYSTEM: Actor = { kind: 'system', person: null };
