/** Writes that the server refused: what the person typed, what stands there now, and the two ways on. */
import type { Json } from '@throughline/base';
import type { Rejection, Replica } from '@throughline/client';
import type { Values } from '@throughline/model';

export interface ConflictField {
  /** The field's id. */
  readonly field: string;
  readonly mine: Json;
  /** What stands there now; null is empty. */
  readonly theirs: Json;
}

export interface Conflict {
  readonly key: string;
  readonly entity: string;
  readonly id: string;
  readonly verb: Rejection['mutation']['verb'];
  readonly madeAt: string;
  /** What the server says, with why and what to do. */
  readonly message: string;
  readonly why: string;
  readonly fix: string;
  /** The fields that were written, with both values. */
  readonly fields: readonly ConflictField[];
  /** False where writing again cannot help: the record is gone, or the person may not. */
  readonly canKeepMine: boolean;
}

export interface Conflicts {
  readonly all: () => readonly Conflict[];
  readonly onChange: (listener: () => void) => () => void;
  /** Writes the values once more, over what stands there now. */
  readonly keepMine: (key: string) => void;
  readonly keepTheirs: (key: string) => void;
}

export function makeConflicts(replica: Replica): Conflicts {
  let known: { readonly of: readonly Rejection[]; readonly conflicts: readonly Conflict[] } | undefined;

  function all(): readonly Conflict[] {
    const rejections = replica.rejections();
    if (known?.of !== rejections) {
      known = { of: rejections, conflicts: rejections.map((rejection) => readConflict(replica, rejection)) };
    }
    return known.conflicts;
  }
  function find(key: string): Rejection | undefined {
    return replica.rejections().find(({ mutation }) => mutation.key === key);
  }
  return {
    all,
    onChange: (listener) => replica.onRejections(listener),
    keepMine: (key) => {
      const rejection = find(key);
      if (rejection === undefined) return;
      const { entity, verb, id, values } = rejection.mutation;
      replica.write([{ entity, verb, id, values }]);
      replica.settleRejection(key);
    },
    keepTheirs: (key) => replica.settleRejection(key),
  };
}

function readConflict(replica: Replica, { mutation, refusal }: Rejection): Conflict {
  const { key, entity, id, verb, values, madeAt } = mutation;
  const now = replica.get(entity, id);
  return {
    key,
    entity,
    id,
    verb,
    madeAt,
    message: refusal.body.message,
    why: refusal.body.why,
    fix: refusal.body.fix,
    fields: conflictFields(replica, { entity, values, now, details: refusal.body.details }),
    canKeepMine: refusal.code === 'stale_edit' || (verb === 'create' && refusal.code !== 'forbidden'),
  };
}

interface Refused {
  readonly entity: string;
  readonly values: Values;
  readonly now: Values | undefined;
  readonly details: unknown;
}

function conflictFields(
  replica: Replica,
  { entity, values, now, details }: Refused,
): readonly ConflictField[] {
  const named = readFields(details);
  const keys = new Map(replica.fields(entity).map(({ id, key }) => [id, key]));
  return Object.entries(values)
    .filter(([field]) => named === undefined || (keys.get(field) ?? field) in named)
    .map(([field, mine]) => ({
      field,
      mine,
      theirs: named?.[keys.get(field) ?? field]?.theirs ?? now?.[field] ?? null,
    }));
}

function readFields(details: unknown): Readonly<Record<string, { readonly theirs?: Json }>> | undefined {
  const fields =
    typeof details === 'object' && details !== null && 'fields' in details ? details.fields : undefined;
  return typeof fields === 'object' && fields !== null
    ? (fields as Readonly<Record<string, { readonly theirs?: Json }>>)
    : undefined;
}
