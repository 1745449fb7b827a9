import { CONTENT_RULES, defineEntity } from '../entity.ts';

export const RELEASE_STATES = [
  { key: 'planned', name: 'Planned', color: 'blue', category: 'planned' },
  { key: 'active', name: 'In progress', color: 'amber', category: 'active' },
  { key: 'shipped', name: 'Shipped', color: 'green', category: 'done' },
  { key: 'cancelled', name: 'Cancelled', color: 'gray', category: 'closed' },
] as const;

/** Something shipped, with notes: the ideas that are in it, what has to be done for it, and what customers read of it. */
export const release = defineEntity({
  name: 'release',
  plural: 'releases',
  label: { one: 'release', many: 'releases' },
  titleField: 'name',
  scope: 'space',
  ownedBy: 'owner',
  fields: {
    name: { name: 'Name', type: 'text', required: true, config: { length: 200 } },
    version: { name: 'Version', type: 'text', config: { length: 60, exact: true } },
    /** What is in it, for people here: a changelog entry begins with it. */
    body: { name: 'Notes', type: 'long-text' },
    state: { name: 'State', type: 'select', config: { options: RELEASE_STATES } },
    owner: { name: 'Owner', type: 'person' },
    plannedOn: { name: 'Planned for', type: 'date' },
    shippedAt: { name: 'Shipped', type: 'timestamp' },
    ideaCount: {
      name: 'Ideas',
      type: 'counter',
      config: { path: 'ideas', aggregate: 'count' },
      readOnly: true,
    },
    progress: {
      name: 'Progress of ideas',
      type: 'rollup',
      config: { path: 'ideas.status', aggregate: 'average', result: 'number', format: 'percent' },
      readOnly: true,
    },
    taskCount: {
      name: 'Launch tasks',
      type: 'counter',
      config: { path: 'tasks', aggregate: 'count' },
      readOnly: true,
    },
  },
  relations: {
    ideas: { entity: 'idea', via: 'shipsIn' },
    tasks: { entity: 'launch-task', via: 'release' },
    entries: { entity: 'entry', via: 'release' },
    comments: { entity: 'comment', via: 'record' },
    attachments: { entity: 'attachment', via: 'record' },
  },
  rules: {
    ...CONTENT_RULES,
    create: { role: 'editor' },
    /** Ends it, and moves its ideas where that is asked. */
    ship: { role: 'editor', own: 'contributor' },
    /** Adds the tasks of a checklist. */
    apply: { role: 'editor', own: 'contributor' },
  },
});
