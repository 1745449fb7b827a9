import { CONTENT_RULES, defineEntity } from '../entity.ts';
import { AUDIENCE_ACCESS } from '../role.ts';

export const LAYOUTS = ['list', 'board', 'matrix', 'timeline', 'chart'] as const;

/** A saved way of looking at records: filter, sort, group, columns, layout. */
export const view = defineEntity({
  name: 'view',
  plural: 'views',
  label: { one: 'view', many: 'views' },
  titleField: 'name',
  scope: 'space',
  ownedBy: 'owner',
  hasAudience: true,
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
    /** A view of a roadmap shows the records of its source spaces and is for whom the roadmap is for. */
    roadmap: { name: 'Roadmap', type: 'record', config: { target: 'roadmap' }, fixed: true },
    description: { name: 'Description', type: 'document' },
    owner: { name: 'Owner', type: 'person' },
    access: {
      name: 'Access',
      type: 'select',
      config: { options: AUDIENCE_ACCESS.map((key) => ({ key, name: key })) },
    },
    editors: { name: 'May change it', type: 'people' },
    readers: { name: 'May see it', type: 'people' },
    /** Changes of what is shown are a draft of whoever makes them until they are published. */
    drafts: { name: 'Draft and publish', type: 'checkbox' },
    section: { name: 'Section', type: 'text', config: { length: 100 } },
    rank: { name: 'Rank', type: 'text' },
  },
  relations: { comments: { entity: 'comment', via: 'record' } },
  rules: CONTENT_RULES,
  exposure: { timeless: true },
});
