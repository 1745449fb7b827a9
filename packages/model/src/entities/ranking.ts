import { CONTENT_RULES, defineEntity } from '../entity.ts';

/** The most records that are compared with each other. */
export const MOST_RANKED = 200;

/** A question that people answer two records at a time: the order behind the answers is what they decide. */
export const ranking = defineEntity({
  name: 'ranking',
  plural: 'rankings',
  label: { one: 'pairwise ranking', many: 'pairwise rankings' },
  titleField: 'title',
  scope: 'space',
  fields: {
    title: { name: 'Title', type: 'text', required: true, config: { length: 200 } },
    question: { name: 'Question', type: 'text', config: { length: 300 } },
    /** Ids of the records that are compared. */
    records: { name: 'Records', type: 'data', required: true },
    view: { name: 'From the view', type: 'record', config: { target: 'view' }, fixed: true },
    closedAt: { name: 'Closed', type: 'timestamp' },
  },
  relations: {
    comparisons: { entity: 'comparison', via: 'ranking' },
    comments: { entity: 'comment', via: 'record' },
  },
  rules: { ...CONTENT_RULES, create: { role: 'editor' } },
});
