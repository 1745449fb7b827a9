import { defineEntity } from '../entity.ts';
import { ANSWER_STATES } from './answer.ts';

/** By the two answers of a Kano pair. */
export const KANO_CATEGORIES = [
  { key: 'must_be', name: 'Must be' },
  { key: 'one_dimensional', name: 'The more the better' },
  { key: 'attractive', name: 'Attractive' },
  { key: 'indifferent', name: 'Indifferent' },
  { key: 'reverse', name: 'Reverse' },
  { key: 'questionable', name: 'Questionable' },
] as const;

/** One person's answer to a survey: asked for by a mail whose state it tells, or given by the survey's link. */
export const response = defineEntity({
  name: 'response',
  plural: 'responses',
  label: { one: 'response', many: 'responses' },
  titleField: 'survey',
  scope: 'space',
  fields: {
    survey: { name: 'Survey', type: 'record', config: { target: 'survey' }, required: true, readOnly: true },
    contact: { name: 'Contact', type: 'record', config: { target: 'contact' }, readOnly: true },
    company: { name: 'Company', type: 'company', readOnly: true },
    /** NPS 0 to 10, CSAT 1 to 5; of a Kano pair 1 (like) to 5 (dislike), how it is when it is there. */
    score: { name: 'Score', type: 'number', readOnly: true },
    /** Of a Kano pair: how it is when it is not there. */
    opposite: { name: 'Opposite', type: 'number', readOnly: true },
    category: { name: 'Category', type: 'select', config: { options: KANO_CATEGORIES }, readOnly: true },
    /** What they wrote became this. */
    feedback: { name: 'Feedback', type: 'record', config: { target: 'feedback' }, readOnly: true },
    answeredAt: { name: 'Answered', type: 'timestamp', readOnly: true },
    /** Of the mail that asks; empty where nobody was mailed. */
    state: { name: 'Mail', type: 'select', config: { options: ANSWER_STATES }, readOnly: true },
    sentAt: { name: 'Sent', type: 'timestamp', readOnly: true },
    fault: { name: 'Fault', type: 'text', config: { length: 500 }, readOnly: true },
  },
  rules: { read: { role: 'viewer' } },
  visitors: ['create'],
  exposure: { sync: false },
});
