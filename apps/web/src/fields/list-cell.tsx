import { memo } from 'react';
import type { Field, FieldLookups } from './field-component.ts';
import { fieldComponents } from './field-registry.ts';

export interface ListCellProps {
  readonly value: unknown;
  readonly field: Field;
  readonly lookups: FieldLookups;
}

/** Draws again only when its value is another one: an edit of one record repaints one cell. */
export const ListCellContent = memo(function ListCellContent({ value, field, lookups }: ListCellProps) {
  if (value === null || value === undefined || value === '') return null;
  const { Cell } = fieldComponents[field.type];
  return <Cell value={value} field={field} lookups={lookups} />;
});
