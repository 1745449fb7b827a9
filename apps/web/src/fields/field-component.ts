import type { Day } from '@throughline/ui';
import type { ComponentType } from 'react';

export const fieldTypes = [
  'text',
  'number',
  'rating',
  'slider',
  'checkbox',
  'select',
  'multi-select',
  'labels',
  'date',
  'date-range',
  'person',
  'people',
  'team',
  'company',
  'link',
  'relation',
  'formula',
  'votes',
  'reactions',
  'counter',
  'rollup',
  'long-text',
  'timestamp',
  'document',
  'data',
  'record',
] as const;

export type FieldType = (typeof fieldTypes)[number];

export interface FieldOption {
  readonly key: string;
  readonly name: string;
  readonly color?: string | undefined;
  readonly emoji?: string | undefined;
  readonly weight?: number | undefined;
}

export interface NumberStyle {
  readonly style: 'plain' | 'currency' | 'percent';
  /** ISO 4217, for `currency`. */
  readonly currency?: string | undefined;
  readonly decimals?: number | undefined;
}

/** What a component must know of the field whose value it shows. */
export interface Field {
  readonly name: string;
  readonly type: FieldType;
  readonly options?: readonly FieldOption[] | undefined;
  /** For number, formula and rollup. */
  readonly number?: NumberStyle | undefined;
  /** For rating (stars), slider and votes (votes a person may spend on one record). */
  readonly max?: number | undefined;
  readonly readOnly?: boolean | undefined;
  /** For relation and record: the entity that values name, `*` for any. */
  readonly target?: string | undefined;
}

export interface LookupItem {
  readonly id: string;
  readonly name: string;
  readonly detail?: string | undefined;
  readonly imageUrl?: string | undefined;
}

export interface Lookup {
  readonly find: (id: string) => LookupItem | undefined;
  readonly all: () => readonly LookupItem[];
}

/** The records that values point to, and how the person reads dates and numbers. */
export interface FieldLookups {
  readonly people: Lookup;
  readonly teams: Lookup;
  readonly companies: Lookup;
  /** Records of an entity, `*` for any that have a key. */
  readonly records: (target: string) => Lookup;
  /** Labels already in use, offered while typing. */
  readonly labels: () => readonly string[];
  /** Adds an option to a select field and answers its key; absent where the person may not. */
  readonly createOption?: ((field: Field, name: string) => Promise<string>) | undefined;
  readonly locale: string;
  readonly today: Day;
}

/** The value as JSON. A component shows nothing for a shape it does not know, and never throws. */
export type FieldValue = unknown;

export interface CellProps {
  readonly value: FieldValue;
  readonly field: Field;
  readonly lookups: FieldLookups;
}

export interface EditorProps extends CellProps {
  /** Null empties the field. */
  readonly onCommit: (value: FieldValue) => void;
  /** Also called when a popup closes after a commit; it does nothing then. */
  readonly onCancel: () => void;
}

/** Chooses what a condition compares with: a number, a day, a list of option keys or ids. */
export interface FilterInputProps extends CellProps {
  readonly onChange: (value: FieldValue) => void;
}

export interface FieldComponent {
  readonly Cell: ComponentType<CellProps>;
  /** Null where the value is derived and nobody edits it. */
  readonly Editor: ComponentType<EditorProps> | null;
  readonly FilterInput: ComponentType<FilterInputProps>;
}
