/** Whether a field that is to keep an index of its order can, in words. */
import { LIMITS, type Entity, type Field } from '@throughline/model';
import type { SortObstacle } from '@throughline/view';
import { makeSortDefinition } from '../sortable/sort-definition.ts';
import type { Work } from '../work.ts';
import { schemaWith } from './field-configuration.ts';
import { fieldRefusal } from './field-key.ts';

const REASONS: Readonly<Record<SortObstacle, string>> = {
  kind: 'Its values have no order that could be kept.',
  names: 'Records stand by their names, which change elsewhere.',
  broken: 'The formula does not hold.',
  time: 'The formula changes with the time.',
  reader: 'The formula differs by who looks.',
  others: 'The formula measures a record against others.',
  linked: 'Its value comes from other records.',
  text: 'Only formulas that give a number, a date, or true or false keep one.',
};

export function checkSortable(work: Work, entity: Entity, field: Field): void {
  if (field.config.sortable !== true) return;
  const { model, state } = work;
  const fields = state.fieldsOf(entity.name);
  const known = fields.find((each) => each.id === field.id || each.key === field.key);
  const isNew = known?.config.sortable !== true;
  const marked = fields.filter(({ config }) => config.sortable === true).length;
  if (isNew && marked >= LIMITS.sortableFields)
    throw fieldRefusal(
      'config',
      `${LIMITS.sortableFields} fields of ${entity.label.many} keep an index already; let one go first.`,
    );
  const id = known?.id ?? field.id;
  const schema = schemaWith(work, entity.name, { ...field, id });
  const definition = makeSortDefinition({ model, state, entity, schema }, id);
  if (!definition.ok)
    throw fieldRefusal(
      'config',
      `${field.name} cannot keep an index of its order. ${REASONS[definition.error]}`,
    );
}
