import { CONTENT_RULES, defineEntity } from '../entity.ts';

/** The most fields that one session is about. */
export const MOST_INPUTS = 5;
/** The most people whose scores one idea of a session takes. */
export const MOST_SCORERS = 100;

/** Everybody scores ideas apart; then the scores are revealed, talked over and agreed. */
export const scoring = defineEntity({
  name: 'scoring',
  plural: 'scorings',
  label: { one: 'scoring session', many: 'scoring sessions' },
  titleField: 'title',
  scope: 'space',
  fields: {
    title: { name: 'Title', type: 'text', required: true, config: { length: 200 } },
    question: { name: 'Question', type: 'text', config: { length: 300 } },
    /** Ids of the ideas that are scored. */
    records: { name: 'Records', type: 'data', required: true, fixed: true },
    view: { name: 'From the view', type: 'record', config: { target: 'view' }, fixed: true },
    /** Keys or ids of the fields that are scored. */
    inputs: { name: 'Fields', type: 'data', required: true, fixed: true },
    /** These fields as they were when it began, `{field, key, name, type, config}`: scores are held to that. */
    scales: { name: 'Scales', type: 'data', readOnly: true },
    /** Who scores; everybody who may contribute where it is empty. */
    scorers: { name: 'Scorers', type: 'people' },
    anonymous: { name: 'Anonymous', type: 'checkbox', fixed: true },
    /** Who has answered for every idea that is not revealed. */
    finished: { name: 'Finished', type: 'people', readOnly: true },
    /** When something was revealed last. */
    revealedAt: { name: 'Revealed', type: 'timestamp', readOnly: true },
    closedAt: { name: 'Closed', type: 'timestamp', readOnly: true },
  },
  relations: {
    verdicts: { entity: 'verdict', via: 'scoring' },
    comments: { entity: 'comment', via: 'record' },
  },
  rules: {
    ...CONTENT_RULES,
    create: { role: 'editor' },
    reveal: { role: 'editor', own: 'contributor' },
    repeat: { role: 'editor', own: 'contributor' },
    agree: { role: 'editor', own: 'contributor' },
    close: { role: 'editor', own: 'contributor' },
  },
});
