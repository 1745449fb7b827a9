import { type Json, type JsonObject, type Result } from '@throughline/base';
import type { ColorRule } from './color-rules.ts';
import type { Cell, Kind } from './kind.ts';
import type { Role } from './role.ts';

/** One choice of a select field. `key` is stored and never changes; the rest may. */
export type Option = {
  readonly key: string;
  readonly name: string;
  readonly color?: string;
  readonly emoji?: string;
  /** What the option counts in a formula. */
  readonly weight?: number;
  /** For statuses: where in the workflow the option stands. */
  readonly category?: StatusCategory;
  /** For types of ideas: keys of the types that may stand above; any where left out, none where the list is empty. */
  readonly parents?: readonly string[];
};

export const STATUS_CATEGORIES = ['backlog', 'planned', 'active', 'done', 'closed'] as const;
export type StatusCategory = (typeof STATUS_CATEGORIES)[number];

/** What a field's type needs to know beyond its name: options, format, target … Stored as JSON. */
export type FieldConfig = {
  readonly options?: readonly Option[];
  /** number: how it is written. */
  readonly format?: 'plain' | 'currency' | 'percent';
  /** number: ISO 4217 code of amounts; the workspace's when left out. */
  readonly currency?: string;
  /** number, slider, rating: bounds. */
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  /** text: longest text, in code units. */
  readonly length?: number;
  /** reference, set: the entity its ids name; `*` for any record. */
  readonly target?: string;
  /** relation: the field of the other side whose connections this one shows from its end. */
  readonly mirrors?: string;
  /** formula: the expression as typed. */
  readonly expression?: string;
  /** formula, rollup: the kind of the result. */
  readonly result?: Kind;
  /** counter, rollup: dotted relation path, e.g. `insights` or `insights.company.revenue`. */
  readonly path?: string;
  readonly aggregate?: RollupAggregate;
  /** rollup: the most that one linked record adds, in the value's own unit. */
  readonly cap?: number;
  /** votes: how many a person has for all records of the field; `max` is the most for one. */
  readonly budget?: number;
  /** votes: what one counts, by the role of who gives it; 1 where left out. */
  readonly weights?: Readonly<Partial<Record<Role, number>>>;
  /** text: stands in the order of its letters, whose case counts, as ranks do. */
  readonly exact?: boolean;
  /** Keeps an index of the order of its values, so that lists of very many records begin at once. */
  readonly sortable?: boolean;
  /** How values are marked where they are shown: the first rule that holds. */
  readonly rules?: readonly ColorRule[];
};

export const ROLLUP_AGGREGATES = ['count', 'sum', 'average', 'median', 'min', 'max'] as const;
export type RollupAggregate = (typeof ROLLUP_AGGREGATES)[number];

/** A typed property of a record, built-in (id = key) or custom (`field_…`). */
export type Field = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly config: FieldConfig;
  readonly required?: boolean;
  /** Set by the product, not by people: counters, times, authors. */
  readonly readOnly?: boolean;
  /** Given when a record is made and never by an update: what decides over rights and identity. */
  readonly fixed?: boolean;
  /** Says who somebody is: encrypted in the log, gone with an erasure. */
  readonly personal?: boolean;
  /** Never in lists, logs, exports or the replica. */
  readonly hidden?: boolean;
  /** In a replica only 1 where it has a value: what it says is read with the record. */
  readonly presenceOnly?: boolean;
};

/** Why a value does not fit its field. `code` is permanent; `message` is a full sentence. */
export type ValueProblem = { readonly code: string; readonly message: string };

export type ParseContext = {
  /** IANA zone for times without one. */
  readonly zone: string;
  readonly currency: string;
};

export type FormatContext = {
  /** The title of a record or person by id. */
  readonly titleOf: (id: string) => string | undefined;
};

/**
 * One way for people to see a value. `V` is the value as JSON: what the API takes and gives, the row and
 * the log hold. Adding one is this declaration and one component.
 */
export type FieldType<V extends Json = Json> = {
  readonly name: string;
  /** Fixed, or chosen by the configuration (formulas). */
  readonly kind: Kind | ((config: FieldConfig) => Kind);
  /** Derived values are computed from other records and refused on writing. */
  readonly derived?: boolean;
  /** True when people may add fields of this type. */
  readonly custom: boolean;
  readonly parseConfig: (input: JsonObject) => Result<FieldConfig, ValueProblem>;
  /** JSON from outside to the value; never called with null, which is always empty. */
  readonly parse: (input: Json, field: Field, context: ParseContext) => Result<V, ValueProblem>;
  /** A spreadsheet cell or typed text to the value; never called with blank text. */
  readonly parseText: (text: string, field: Field, context: ParseContext) => Result<V, ValueProblem>;
  /** The value as one plain text that `parseText` reads back to the same value. */
  readonly format: (value: V, field: Field, context: FormatContext) => string;
  readonly toCell: (value: V, field: Field) => Cell;
};

export function kindOf(type: FieldType, config: FieldConfig): Kind {
  return typeof type.kind === 'function' ? type.kind(config) : type.kind;
}
