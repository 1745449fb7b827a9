/** A view of a blueprint as a space that has fields already can have it. */
import type { Json, JsonObject } from '@throughline/base';
import { sameOption, type FieldPlan, type Values, type ViewPart } from '@throughline/model';
import { checkQuery, parseQuery, type Schema } from '@throughline/view';
import type { PartNames } from './part-names.ts';
import { viewValues } from './view-content.ts';

type FittedView = {
  readonly values: Values;
  /** What does not hold in the space and is left out, in sentences. */
  readonly dropped: readonly string[];
};

type ViewPlace = {
  readonly schema: Schema;
  readonly plans: readonly FieldPlan[];
  readonly names: PartNames;
};

export function fitView(part: ViewPart, { schema, plans, names }: ViewPlace): FittedView {
  const values = viewValues(names, { kind: 'view', content: part });
  const keys = optionKeys(part.entity, plans, names);
  const read = parseQuery(mapOptions(values['query'] ?? null, keys));
  if (!read.ok) return { values, dropped: [read.error.message] };
  const { query, problems } = checkQuery(read.value, schema);
  const fitted = { ...values, query: query as unknown as Json };
  return { values: fitted, dropped: problems.map(({ message }) => message) };
}

/** Options that the space has under another key, by id of the field and key in the blueprint. */
function optionKeys(
  entity: string,
  plans: readonly FieldPlan[],
  names: PartNames,
): ReadonlyMap<string, string> {
  const pairs = plans.flatMap(({ part, field }) =>
    (field === undefined || part.entity !== entity ? [] : (part.config.options ?? [])).flatMap((option) => {
      const known = field && sameOption(field, option);
      return known === undefined || known.key === option.key
        ? []
        : [[`${names.idOf(entity, part.key) ?? part.key} ${option.key}`, known.key] as const];
    }),
  );
  return new Map(pairs);
}

function mapOptions(json: Json, keys: ReadonlyMap<string, string>): Json {
  if (json === null || typeof json !== 'object' || keys.size === 0) return json;
  if (Array.isArray(json)) return json.map((item) => mapOptions(item, keys));
  const object = json as JsonObject;
  const { type, field, key } = object;
  if (type === 'option' && typeof field === 'string' && typeof key === 'string')
    return { ...object, key: keys.get(`${field} ${key}`) ?? key };
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, mapOptions(value, keys)]));
}
