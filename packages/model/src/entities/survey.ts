import { defineEntity } from '../entity.ts';
import { PORTAL_LANGUAGES } from './portal.ts';

export const SURVEY_KINDS = [
  { key: 'nps', name: 'Recommendation (NPS)' },
  { key: 'csat', name: 'Satisfaction (CSAT)' },
  { key: 'kano', name: 'Kano pair' },
  { key: 'text', name: 'Free text' },
] as const;

export const SURVEY_STATES = [
  { key: 'draft', name: 'Draft', color: 'gray', category: 'backlog' },
  { key: 'open', name: 'Open', color: 'green', category: 'active' },
  { key: 'closed', name: 'Closed', color: 'gray', category: 'done' },
] as const;

/** A short question to people outside, at /survey/<slug> and by mail. What they write is feedback in its space. */
export const survey = defineEntity({
  name: 'survey',
  plural: 'surveys',
  label: { one: 'survey', many: 'surveys' },
  titleField: 'name',
  scope: 'space',
  fields: {
    name: { name: 'Name', type: 'text', required: true, config: { length: 200 } },
    slug: { name: 'Address', type: 'text', required: true, config: { length: 60 } },
    kind: { name: 'Kind', type: 'select', required: true, fixed: true, config: { options: SURVEY_KINDS } },
    question: { name: 'Question', type: 'text', required: true, config: { length: 500 } },
    /** Of a Kano pair: what if it were not there? */
    opposite: { name: 'Opposite question', type: 'text', config: { length: 500 } },
    /** Asked for words after the figure. */
    why: { name: 'Question for words', type: 'text', config: { length: 500 } },
    language: { name: 'Language', type: 'select', config: { options: PORTAL_LANGUAGES } },
    state: { name: 'State', type: 'select', config: { options: SURVEY_STATES } },
    /** Who was asked by mail is asked again after so many days; never where it is empty. */
    everyDays: { name: 'Again after days', type: 'number', config: { min: 1, max: 3650 } },
    responseCount: {
      name: 'Invitations and responses',
      type: 'counter',
      config: { path: 'responses', aggregate: 'count' },
      readOnly: true,
    },
  },
  relations: { responses: { entity: 'response', via: 'survey' } },
  rules: {
    read: { role: 'viewer' },
    create: { role: 'editor' },
    update: { role: 'editor' },
    archive: { role: 'editor' },
    restore: { role: 'editor' },
    run: { role: 'editor' },
  },
});
