import { textOf, type Json } from '@throughline/base';
import type { Example } from '@throughline/model';
import type { Applied } from '../blueprint/apply-blueprint.ts';
import { createFromValues } from '../records/create-record.ts';
import type { Work } from '../work.ts';

/** What marks the ideas that come with a template. */
export const EXAMPLE_LABEL = 'Example';

export type ExamplesRequest = { readonly space: string; readonly examples: readonly Example[] };

/** Ideas to try a template with. A value that does not fit the space's field is left out. */
export async function addExamples(
  { work, names }: Pick<Applied, 'work' | 'names'>,
  { space, examples }: ExamplesRequest,
): Promise<number> {
  const entity = work.entity('idea');
  const made: string[] = [];
  for (const { title, values, quarter, below } of examples) {
    const parent = below === undefined ? undefined : made[below];
    const record = await createFromValues(work, entity, {
      values: {
        ...fitted(work, values, names),
        title,
        space,
        labels: [EXAMPLE_LABEL],
        ...(quarter === undefined ? {} : { timeframe: quarterFrom(work.now, quarter) }),
        ...(parent === undefined ? {} : { parent }),
      },
    });
    made.push(textOf(record.id));
  }
  return made.length;
}

function fitted(
  work: Work,
  given: Example['values'],
  { idOf }: Applied['names'],
): Readonly<Record<string, Json>> {
  const context = { zone: work.state.zone, currency: work.state.currency };
  const fields = work.fieldsOf(work.entity('idea'));
  return Object.fromEntries(
    Object.entries(given).flatMap(([key, value]) => {
      const field = fields.find(({ id }) => id === idOf('idea', key));
      const parsed = field && work.model.fieldType(field.type).parse(value, field, context);
      return field !== undefined && parsed?.ok === true ? [[field.id, parsed.value] as const] : [];
    }),
  );
}

/** The quarter of a moment, or one so many after it. */
function quarterFrom(now: string, later: number): Json {
  const [year, month] = [Number(now.slice(0, 4)), Number(now.slice(5, 7))];
  const first = Math.floor((month - 1) / 3) * 3 + 3 * later;
  const day = (months: number, date: number): string =>
    new Date(Date.UTC(year, months, date)).toISOString().slice(0, 10);
  return { start: day(first, 1), end: day(first + 3, 0), precision: 'quarter' };
}
