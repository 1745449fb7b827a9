import type { ActorKind } from '@throughline/model';

/** Who acts in a workspace. A person's or token's rights are those of `person`; the system may do all. */
export type Actor = {
  readonly kind: ActorKind;
  /** The person acting, or the person a token acts for; null for the system. */
  readonly person: string | null;
  /** A token's permissions; absent for people. `*` stands for all that the person may. */
  readonly scopes?: readonly string[];
};

export const SYSTEM: Actor = { kind: 'system', person: null };
