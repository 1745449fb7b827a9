import { type FieldConfig, type FieldPlan } from '@throughline/model';
import {
  makePathIndex,
  makeSchema,
  parseExpressionText,
  printExpression,
  type Schema,
} from '@throughline/view';
import type { Work } from '../work.ts';
import { offeredFields } from './offered-fields.ts';

export type ConfigRequest = {
  readonly plan: FieldPlan;
  readonly plans: readonly FieldPlan[];
  readonly space: string;
};

/** The configuration as the workspace takes it: what it names of the blueprint's fields has their ids and keys there. */
export function configFor(work: Work, { plan, plans, space }: ConfigRequest): FieldConfig {
  const { part } = plan;
  const { expression, mirrors, path, target } = part.config;
  const renamed = new Map(
    plans.filter(({ outcome }) => outcome === 'renamed').map((each) => [each.part.key, each.key]),
  );
  const placed: FieldConfig = {
    ...part.config,
    ...(mirrors === undefined
      ? {}
      : { mirrors: idOf(work, target ?? part.entity, renamed.get(mirrors) ?? mirrors) }),
    ...(path === undefined
      ? {}
      : {
          path: path
            .split('.')
            .map((name) => renamed.get(name) ?? name)
            .join('.'),
        }),
  };
  if (expression === undefined || renamed.size === 0) return placed;
  const read = parseExpressionText(expression, schemaOf(work, { plan, plans, space }, 'blueprint'));
  if (!read.ok) return placed;
  const names = schemaOf(work, { plan, plans, space }, 'workspace');
  return { ...placed, expression: printExpression(read.value.expression, names) };
}

function idOf(work: Work, entity: string, key: string): string {
  return work.state.fieldsOf(entity).find((field) => field.key === key)?.id ?? key;
}

/** The same fields, called as the blueprint calls them or as the workspace does. */
function schemaOf(
  work: Work,
  { plan, plans, space }: ConfigRequest,
  names: 'blueprint' | 'workspace',
): Schema {
  const { entity } = plan.part;
  const offered = offeredFields(work, entity, space);
  const wanted = new Map(
    plans.filter(({ part }) => part.entity === entity).map((each) => [each.key, each.part.key]),
  );
  const shadowed = new Set(plans.filter(({ outcome }) => outcome === 'renamed').map(({ part }) => part.key));
  const fields =
    names === 'workspace'
      ? offered
      : offered
          .filter(({ key }) => !shadowed.has(key))
          .map((field) => ({ ...field, key: wanted.get(field.key) ?? field.key }));
  return makeSchema({
    entity,
    fields,
    fieldType: work.model.findFieldType,
    paths: makePathIndex(work.model, entity, work.state.fieldsOf),
  });
}
