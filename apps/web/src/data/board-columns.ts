/** Which fields make columns and lanes, and the values that cards can be dragged to. */
import type { Cell, Field } from '@throughline/model';
import { compileTest, fieldsOf, type Expression, type ViewContext } from '@throughline/view';
import { readNumber } from '../fields/read-value.ts';
import type { RecordSource } from './record-source.ts';
import type { WorkspaceData } from './workspace-data.ts';

const columnTypes = ['select', 'multi-select', 'labels', 'person', 'people', 'team', 'rating', 'checkbox'];
const laneTypes = [...columnTypes, 'company'];
const sumTypes = ['number', 'rating', 'slider', 'votes', 'counter', 'rollup'];

export function isBoardField(field: Field): boolean {
  return columnTypes.includes(field.type) && field.readOnly !== true;
}

export function isLaneField(field: Field): boolean {
  return laneTypes.includes(field.type);
}

export function isSumField({ type, config }: Field): boolean {
  return (
    (sumTypes.includes(type) && config.format !== 'percent') ||
    (type === 'formula' && config.result === 'number')
  );
}

/** A record can have several of its values, and then stands in several columns. */
export function isSeveral({ type }: Field): boolean {
  return ['multi-select', 'labels', 'people'].includes(type);
}

const mostStars = 5;

/** The values of a field, in order, also those that no record has. */
export function columnValues({ titles }: WorkspaceData, field: Field): readonly Cell[] {
  if (field.config.options) return field.config.options.map(({ key }) => key);
  if (field.type === 'checkbox') return [false, true];
  if (field.type === 'rating') {
    const stars = readNumber(field.config.max) ?? mostStars;
    return Array.from({ length: stars }, (_, index) => index + 1);
  }
  const target = { person: 'person', people: 'person', team: 'team' }[field.type];
  if (target === undefined) return [];
  const items = titles.lookup(target).all();
  return items.toSorted((a, b) => a.name.localeCompare(b.name)).map(({ id }) => id);
}

interface AdmitParts {
  readonly where: Expression | undefined;
  readonly by: Field;
  readonly context: ViewContext;
}

/** Whether a condition lets records with a value of the field through, as far as it speaks of that field alone. */
export function admitsValue(
  source: RecordSource,
  { where, by, context }: AdmitParts,
): (value: Cell) => boolean {
  const parts = where?.type === 'and' ? where.items : where === undefined ? [] : [where];
  const own = parts.filter((part) => {
    const fields = fieldsOf(part);
    return fields.size === 1 && fields.has(by.id);
  });
  const scope = { schema: source.schema(), context, extent: () => noExtent };
  const tests = own.map((part) => compileTest(part, scope));
  const wrap = isSeveral(by)
    ? (value: Cell): Cell => (value === null ? null : ([value] as Cell))
    : (value: Cell) => value;
  return (value) => tests.every((test) => test(() => wrap(value)));
}

const noExtent = { least: 0, greatest: 0 };
