/** The views people of the sample's company work with. */
import { must, type Json } from '@throughline/base';
import { makeQuery, makeSchema, parseConditionText, parseOrderText, type ViewQuery } from '@throughline/view';
import type { Field } from '@throughline/model';
import { runAt, type SampleState } from './sample-state.ts';

type SampleView = {
  readonly space: string;
  readonly name: string;
  readonly layout: 'list' | 'board';
  readonly filter?: string;
  readonly sort?: string;
  readonly group?: string;
  readonly columns: readonly string[];
};

const RICE = [
  'key',
  'title',
  'status',
  'rice',
  'reach',
  'impact',
  'confidence',
  'effort',
  'insightCount',
  'companyCount',
  'revenue',
  'owner',
];
const CARD = ['rice', 'insightCount', 'revenue', 'owner'];

const VIEWS: readonly SampleView[] = ['SCHED', 'PAY', 'MOB', 'PLAT'].flatMap((space) => [
  {
    space,
    name: 'Ranked by RICE',
    layout: 'list' as const,
    filter: 'status not in ("Shipped", "Declined") and rice is not empty',
    sort: '-rice',
    columns: RICE,
  },
  {
    space,
    name: 'Roadmap: now, next, later',
    layout: 'board' as const,
    filter: 'status in ("Now", "Next", "Later")',
    sort: 'rank',
    group: 'status',
    columns: CARD,
  },
  {
    space,
    name: 'Money behind it',
    layout: 'list' as const,
    filter: 'revenue > 50000',
    sort: '-revenue',
    group: 'status',
    columns: ['key', 'title', 'revenue', 'companyCount', 'insightCount', 'votes', 'status', 'owner'],
  },
  {
    space,
    name: 'Nobody has looked at these',
    layout: 'list' as const,
    filter: 'status = "New" and updated < now() - 60d',
    sort: 'updated',
    columns: ['key', 'title', 'createdAt', 'insightCount', 'votes', 'owner'],
  },
]);

export async function addSampleViews(
  state: SampleState,
  at: number,
  fields: readonly Field[],
): Promise<void> {
  for (const view of VIEWS) {
    const query = makeViewQuery(view, fields);
    const input = {
      name: view.name,
      layout: view.layout,
      entity: 'idea',
      space: must(state.spaces.get(view.space)),
      query: query as unknown as Json,
    };
    await runAt(state, { at, by: 'Noor Jansen', operation: 'view.create', input });
  }
}

function makeViewQuery({ filter, sort, group, columns }: SampleView, fields: readonly Field[]): ViewQuery {
  const schema = makeSchema({ entity: 'idea', fields });
  const where = filter === undefined ? undefined : parseConditionText(filter, schema);
  const order = sort === undefined ? undefined : parseOrderText(sort, schema);
  const by = group === undefined ? undefined : must(schema.findField(group)).id;
  return makeQuery('idea', {
    columns: columns.map((key) => must(schema.findField(key), `No field ${key}`).id),
    ...(where?.ok === true ? { where: where.value } : {}),
    ...(order?.ok === true ? { order: order.value } : {}),
    ...(by === undefined ? {} : { group: [{ by: { type: 'field', field: by }, direction: 'ascending' }] }),
  });
}
