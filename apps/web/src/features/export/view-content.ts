/** What a view shows, read once, as texts and numbers: nothing of the screen, everything of the records. */
import { MODEL, type Field } from '@throughline/model';
import { formatDateRange } from '@throughline/ui';
import type { Schema, ViewQuery } from '@throughline/view';
import { groupLook } from '../../data/group-look.ts';
import { makeLiveRows } from '../../data/live-rows.ts';
import { makeRecordValues } from '../../data/record-values.ts';
import type { RecordSource } from '../../data/record-source.ts';
import type { WorkspaceData } from '../../data/workspace-data.ts';
import { toFieldLook } from '../../fields/from-model.ts';
import { readDateRange } from '../../fields/read-value.ts';
import { formatNumber } from '../../fields/number-text.ts';
import { locale } from '../../messages/area-t.ts';

/** A view, as whoever exports it sees it. */
export interface ViewToDraw {
  readonly name: string;
  readonly place: string;
  readonly source: RecordSource;
  readonly schema: Schema;
  readonly query: ViewQuery;
  readonly filterText: string;
  readonly columns: readonly Field[];
}

export interface DrawnGroup {
  /** Empty where nothing groups. */
  readonly name: string;
  readonly color: string | undefined;
  readonly ids: readonly string[];
}

export interface ViewContent {
  readonly groups: readonly DrawnGroup[];
  readonly text: (id: string, field: Field) => string;
  readonly value: (id: string, field: Field) => unknown;
  readonly title: (id: string) => string;
}

export function readContent(data: WorkspaceData, view: ViewToDraw): ViewContent {
  const { source, query, schema } = view;
  const values = makeRecordValues(data, source);
  const rows = makeLiveRows(source, values);
  rows.setQuery(query);
  const [by] = query.group;
  const grouping = by?.by.type === 'field' ? schema.field(by.by.field) : undefined;
  const groups = rows.groups().map(({ keys, count, idAt }) => {
    const look = keys.length === 0 ? undefined : groupLook(grouping, keys[0], data.titles);
    const ids = Array.from({ length: count }, (_, index) => idAt(index)).filter((id) => id !== undefined);
    return { name: look?.label ?? '', color: look?.color, ids };
  });
  const { currency } = data.replica.session().workspace;
  const text = (id: string, field: Field): string =>
    textOf(data, { field, currency, value: values.value(id, field) });
  const titleField = schema.field(MODEL.entity(source.entity).titleField);
  return { groups, text, value: values.value, title: (id) => (titleField ? text(id, titleField) : '') };
}

interface ValueText {
  readonly field: Field;
  readonly currency: string;
  readonly value: unknown;
}

function textOf({ titles }: WorkspaceData, { field, currency, value }: ValueText): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return formatNumber(value, toFieldLook(field, currency).number, locale);
  if (field.type === 'votes') return String((value as { readonly total: number }).total);
  const range = field.type === 'date-range' ? readDateRange(value) : undefined;
  if (range) return formatDateRange(range, locale);
  const type = MODEL.fieldType(field.type);
  return type.format(value as never, field, { titleOf: (id) => titles.titleOf(id) ?? '' });
}
