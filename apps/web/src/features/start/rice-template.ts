/** What an empty workspace gets so that ideas can be scored at once: RICE, a ranked view and a roadmap board. */
import { Refusal } from '@throughline/contract';
import type { Replica } from '@throughline/client';
import type { Json } from '@throughline/base';
import { makeQuery, type Expression } from '@throughline/view';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';

const impacts = [
  { key: 'minimal', weight: 0.25, color: 'gray' },
  { key: 'low', weight: 0.5, color: 'sky' },
  { key: 'medium', weight: 1, color: 'blue' },
  { key: 'high', weight: 2, color: 'amber' },
  { key: 'massive', weight: 3, color: 'red' },
] as const;

function templateFields() {
  return [
    { key: 'reach', name: t('template.reach'), type: 'number', config: { min: 0 } },
    {
      key: 'impact',
      name: t('template.impact'),
      type: 'select',
      config: { options: impacts.map((option) => ({ ...option, name: t(`template.impact.${option.key}`) })) },
    },
    {
      key: 'confidence',
      name: t('template.confidence'),
      type: 'number',
      config: { format: 'percent', min: 0, max: 100 },
    },
    { key: 'effort', name: t('template.effort'), type: 'number', config: { min: 0 } },
    {
      key: 'rice',
      name: 'RICE',
      type: 'formula',
      config: { expression: 'reach * weight(impact) * confidence / 100 / effort' },
    },
  ] as const;
}

/** The space there is, else a new one. */
export async function firstSpace(replica: Replica): Promise<{ readonly id: string; readonly key: string }> {
  const [known] = replica.session().spaces;
  if (known !== undefined) return known;
  const { body } = await replica.call('POST', '/spaces', {
    body: { name: t('template.space'), key: 'PROD' },
  });
  return { id: readText(body['id']), key: readText(body['key']) };
}

/** Waits until the browser's copy knows that there is a space. */
export function untilSpace(replica: Replica): Promise<void> {
  return new Promise((resolve) => {
    let stop = (): void => undefined;
    function look(): void {
      if (replica.session().spaces.length === 0) return;
      stop();
      resolve();
    }
    stop = replica.onSession(look);
    look();
  });
}

/** Adds fields and views to a space. Fields that are there already stay as they are. */
export async function applyTemplate(replica: Replica, space: string): Promise<void> {
  const ids = new Map<string, string>();
  for (const field of templateFields()) {
    const id = await createField(replica, field);
    if (id !== undefined) ids.set(field.key, id);
  }
  const idOf = (key: string): string =>
    ids.get(key) ?? replica.fields('idea').find((field) => field.key === key)?.id ?? key;
  for (const view of templateViews(idOf))
    await replica.call('POST', '/views', { body: { ...view, entity: 'idea', space } as unknown as Json });
}

async function createField(
  replica: Replica,
  field: ReturnType<typeof templateFields>[number],
): Promise<string | undefined> {
  try {
    const { body } = await replica.call('POST', '/fields', {
      body: { ...field, entity: 'idea' } as unknown as Json,
    });
    return readText(body['id']);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'already_exists') return undefined;
    throw error;
  }
}

function templateViews(idOf: (key: string) => string) {
  const field = (id: string): Expression => ({ type: 'field', field: id });
  const inStatus = (keys: readonly string[]): Expression => ({
    type: 'in',
    value: field('status'),
    items: keys.map((key) => ({ type: 'option', field: 'status', key })),
  });
  return [
    {
      name: t('template.ranked'),
      layout: 'list',
      query: makeQuery('idea', {
        columns: [
          'key',
          'title',
          idOf('rice'),
          idOf('reach'),
          idOf('impact'),
          idOf('confidence'),
          idOf('effort'),
          'insightCount',
          'revenue',
          'status',
        ],
        order: [{ by: field(idOf('rice')), direction: 'descending' }],
      }),
    },
    {
      name: t('template.roadmap'),
      layout: 'board',
      query: makeQuery('idea', {
        columns: ['owner', 'insightCount', idOf('rice')],
        where: inStatus(['now', 'next', 'later']),
        group: [{ by: field('status'), direction: 'ascending' }],
      }),
    },
  ];
}
