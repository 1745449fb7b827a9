/** Which fields a timeline can be made of, and what it is made of while nobody has chosen. */
import type { Field } from '@throughline/model';
import type { Schema, TimelineSettings } from '@throughline/view';
import { isColorField } from './field-color.ts';
import { groupTypes } from './group-types.ts';
import type { BarField } from './timeline-model.ts';

/** Kept instead of a field: nothing, on purpose. */
export const NO_FIELD = 'none';

export function isDateField({ type, config }: Field): boolean {
  return type === 'date' || type === 'timestamp' || (type === 'formula' && config.result === 'date');
}

export function isRangeField({ type }: Field): boolean {
  return type === 'date-range';
}

export function isLaneField({ type }: Field): boolean {
  return groupTypes.includes(type);
}

/** The chosen bars, without those whose fields are gone; the first range field where nobody has chosen. */
export function barFields({ bars }: TimelineSettings, schema: Schema): readonly BarField[] {
  if (bars === null) {
    const first = schema.fields.find(isRangeField);
    return first === undefined ? [] : [{ field: first, end: undefined, look: 'solid' }];
  }
  return bars.flatMap(({ field: id, end: endId, look }) => {
    const field = schema.field(id);
    if (field === undefined || !(isRangeField(field) || isDateField(field))) return [];
    const end = endId === null || isRangeField(field) ? undefined : schema.field(endId);
    return [{ field, end: end && isDateField(end) ? end : undefined, look }];
  });
}

export function milestoneFields({ milestones }: TimelineSettings, schema: Schema): readonly Field[] {
  return milestones.flatMap((id) => schema.field(id) ?? []).filter(isDateField);
}

export function laneField({ lanes }: TimelineSettings, schema: Schema): Field | undefined {
  const field = lanes === null ? undefined : schema.field(lanes);
  return field && isLaneField(field) ? field : undefined;
}

/** The status while nobody has chosen. */
export function colorField({ color }: TimelineSettings, schema: Schema): Field | undefined {
  if (color === NO_FIELD) return undefined;
  const field = schema.field(color ?? 'status') ?? schema.field('status');
  return field && isColorField(field) ? field : undefined;
}
