/** A write that is shown at once and sent when the server can be reached. */
import type { Values } from '@throughline/model';

export type Mutation = {
  /** Idempotency key: however often it is sent, it is done once. */
  readonly key: string;
  /** Mutations of one act share it and are undone together. */
  readonly cause: string;
  readonly entity: string;
  readonly verb: 'create' | 'update' | 'archive' | 'restore' | 'delete';
  readonly id: string;
  /** By field id; null empties. Of a restored record all its values, for it to be shown at once. */
  readonly values: Values;
  /** The seq the writer saw: If-Match of an update. */
  readonly base: number;
  /** ISO 8601. */
  readonly madeAt: string;
  /** Seq of the change, once the server has answered; shown until the stream brings it. */
  readonly confirmed?: number;
};

/** What a person does to one record. */
export type Write = Pick<Mutation, 'entity' | 'verb' | 'id' | 'values'>;

/** How the record looks once the mutation is done; undefined when it leaves the lists. */
export function applyMutation(values: Values | undefined, mutation: Mutation): Values | undefined {
  if (mutation.verb === 'delete' || mutation.verb === 'archive') return undefined;
  if (mutation.verb === 'create') return withoutEmpty(mutation.values);
  if (values === undefined && mutation.verb === 'restore' && Object.keys(mutation.values).length > 0)
    return withoutEmpty(mutation.values);
  return values && withoutEmpty({ ...values, ...mutation.values });
}

function withoutEmpty(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

/**
 * After the server took a mutation, later ones of the same fields start from it: the writer saw his own edit.
 */
export function rebase(mutation: Mutation, done: Mutation, seq: number): Mutation {
  if (mutation.id !== done.id) return mutation;
  const isFollowing =
    done.verb === 'create' || Object.keys(mutation.values).every((field) => field in done.values);
  return isFollowing ? { ...mutation, base: Math.max(mutation.base, seq) } : mutation;
}
