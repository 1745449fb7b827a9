/** The colour that a record is shown in by one of its fields. */
import type { Field } from '@throughline/model';
import { colorFromName, parseOptionColor, type OptionColor } from '@throughline/ui';
import { lookOf } from '../fields/look-of.ts';
import { groupLook } from './group-look.ts';
import type { Titles } from './titles.ts';

const colorTypes = ['select', 'multi-select', 'labels', 'person', 'people', 'team', 'company'];

/** Of values that have a colour of their own, or get one by the rules of their field. */
export function isColorField({ type, config }: Field): boolean {
  return colorTypes.includes(type) || (config.rules ?? []).some(({ color }) => color !== undefined);
}

/** By the first rule of the field that holds, else by what the value names first. */
export function colorOfValue(field: Field, value: unknown, titles: Titles): OptionColor | undefined {
  const byRule = lookOf(field, value)?.color;
  if (byRule !== undefined) return byRule;
  const key: unknown = Array.isArray(value) ? value[0] : value;
  if (!colorTypes.includes(field.type) || typeof key !== 'string' || key === '') return undefined;
  const { color, label } = groupLook(field, key, titles);
  return color === undefined ? colorFromName(label) : parseOptionColor(color);
}
