import { CONTENT_RULES, defineEntity } from '../entity.ts';

export const LAYOUTS = ['list', 'board', 'matrix', 'timeline', 'chart'] as const;

/** A saved way of looking at records: filter, sort, group, columns, layout. */
export const view = defineEntity({
  name: 'view',
  plural: 'views',
  label: { one: 'view', many: 'views' },
  titleField: 'name',
  scope: 'space',
  fields: {
    name: { name: 'Name', type: 'text', required: true, config: { length: 200 } },
    about: { name: 'About', type: 'text', config: { length: 2000 } },
    entity: { name: 'Record type', type: 'text', required: true, fixed: true, config: { length: 60 } },
    layout: {
      name: 'Layout',
      type: 'select',
      required: true,
      config: { options: LAYOUTS.map((key) => ({ key, name: key })) },
    },
    query: { name: 'Query', type: 'data' },
    settings: { name: 'Layout settings', type: 'data' },
    owner: { name: 'Owner', type: 'person' },
    rank: { name: 'Rank', type: 'text' },
  },
  rules: CONTENT_RULES,
  exposure: { timeless: true },
});
