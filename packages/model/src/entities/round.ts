import { CONTENT_RULES, defineEntity } from '../entity.ts';

/** A time in which people vote for a field of votes. Its result is kept; the next round begins from nothing. */
export const round = defineEntity({
  name: 'round',
  plural: 'rounds',
  label: { one: 'voting round', many: 'voting rounds' },
  titleField: 'title',
  scope: 'space',
  fields: {
    title: { name: 'Title', type: 'text', required: true, config: { length: 200 } },
    question: { name: 'Question', type: 'text', config: { length: 300 } },
    field: {
      name: 'Votes field',
      type: 'record',
      config: { target: 'field' },
      required: true,
      fixed: true,
    },
    /** Ids of the ideas it is about; all of the space where it is empty. */
    records: { name: 'Records', type: 'data' },
    view: { name: 'From the view', type: 'record', config: { target: 'view' }, fixed: true },
    opensAt: { name: 'Opens', type: 'timestamp' },
    /** No votes are taken from then on. */
    closesAt: { name: 'Closes', type: 'timestamp' },
    anonymous: { name: 'Anonymous', type: 'checkbox', fixed: true },
    closedAt: { name: 'Closed', type: 'timestamp', readOnly: true },
    /** What came out, once it is closed: see `RoundResult`. */
    result: { name: 'Result', type: 'data', readOnly: true },
  },
  relations: { comments: { entity: 'comment', via: 'record' } },
  rules: { ...CONTENT_RULES, create: { role: 'editor' }, close: { role: 'editor', own: 'contributor' } },
});
