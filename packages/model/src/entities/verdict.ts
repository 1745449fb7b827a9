import { defineEntity } from '../entity.ts';

/** One idea of a scoring session: what people gave, once it is revealed, and what was agreed. */
export const verdict = defineEntity({
  name: 'verdict',
  plural: 'verdicts',
  label: { one: 'verdict', many: 'verdicts' },
  titleField: 'record',
  scope: 'space',
  fields: {
    scoring: {
      name: 'Session',
      type: 'record',
      config: { target: 'scoring' },
      required: true,
      readOnly: true,
    },
    record: { name: 'Record', type: 'record', config: { target: '*' }, required: true, readOnly: true },
    /** Its place among the ideas of the session, from 1. */
    place: { name: 'Place', type: 'number', readOnly: true },
    /** How many people have answered for it and are not revealed: never what. */
    answered: {
      name: 'Answered',
      type: 'counter',
      config: { path: 'scores', aggregate: 'count' },
      readOnly: true,
    },
    revealedAt: { name: 'Revealed', type: 'timestamp', readOnly: true },
    /** What was revealed, the oldest first: see `Turn`. */
    turns: { name: 'Scores', type: 'data', readOnly: true },
    /** What was agreed, the oldest first: see `Agreement`. */
    agreements: { name: 'Agreed', type: 'data', readOnly: true },
  },
  relations: { scores: { entity: 'score', via: 'verdict' } },
  rules: { read: { role: 'viewer' }, update: { role: 'editor', own: 'contributor' } },
});
