/** A formula may name linked records; each way it takes is reckoned by a rollup field, made where none is there. */
import { makeOptionKey, type Field, type FieldConfig } from '@throughline/model';
import type { WantedPath } from '@throughline/view';
import type { Work } from '../work.ts';
import { creationRank } from './creation-rank.ts';
import { schemaWith } from './field-configuration.ts';
import { checkNewKey, isReservedKey } from './field-key.ts';

export async function declareRollups(work: Work, entity: string, formula: Field): Promise<void> {
  const taken = new Set(work.state.fieldsOf(entity).map(({ key }) => key));
  taken.add(formula.key);
  const rollups = schemaWith(work, entity, formula)
    .pathFields.wanted()
    .map((wanted, index) => {
      const name = nameOf(wanted);
      const key = freeKey(name, taken);
      taken.add(key);
      checkNewKey(work, entity, key);
      const { path, aggregate, result, format, cap } = wanted;
      const config: FieldConfig = {
        path,
        aggregate,
        result,
        ...(format ? { format } : {}),
        ...(cap === undefined ? {} : { cap }),
      };
      const rank = creationRank(Date.parse(work.now), work.changes.length + index);
      return { values: { entity, key, name, type: 'rollup', config: { ...config }, rank } };
    });
  if (rollups.length > 0) await work.insert(work.entity('field'), rollups);
}

const WORDS: Readonly<Record<WantedPath['aggregate'], string>> = {
  average: 'Average',
  count: 'Number',
  max: 'Greatest',
  median: 'Median',
  min: 'Least',
  sum: 'Sum',
};

/** “Sum of Insights › Company › Revenue, each up to 10000”. */
function nameOf({ aggregate, names, cap }: WantedPath): string {
  const limit = cap === undefined ? '' : `, each up to ${cap}`;
  return `${WORDS[aggregate]} of ${names.join(' › ')}`.slice(0, 150) + limit;
}

function freeKey(name: string, taken: ReadonlySet<string>): string {
  const base = makeOptionKey(name)
    .toLowerCase()
    .replaceAll(/[^a-z0-9_]+/g, '_')
    .replaceAll(/^[^a-z]+|_+$/g, '')
    .slice(0, 50);
  for (let number = 1; ; number++) {
    const key = number === 1 ? base : `${base}_${number}`;
    if (!taken.has(key) && !isReservedKey(key)) return key;
  }
}
