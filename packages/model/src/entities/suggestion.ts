import { defineEntity } from '../entity.ts';

export const SUGGESTION_KINDS = [
  { key: 'idea', name: 'An idea it belongs to' },
  { key: 'team', name: 'The team it is for' },
] as const;

export const SUGGESTION_OUTCOMES = [
  { key: 'accepted', name: 'Accepted', color: 'green', category: 'done' },
  { key: 'refused', name: 'Refused', color: 'red', category: 'closed' },
  { key: 'passed', name: 'Passed over', color: 'gray', category: 'closed' },
] as const;

/** What somebody made of what the product offered for a piece of feedback: what it learns and is measured by. */
export const suggestion = defineEntity({
  name: 'suggestion',
  plural: 'suggestions',
  label: { one: 'suggestion', many: 'suggestions' },
  titleField: 'words',
  scope: 'space',
  hangsOn: 'feedback',
  fields: {
    kind: {
      name: 'Kind',
      type: 'select',
      config: { options: SUGGESTION_KINDS },
      required: true,
      fixed: true,
    },
    feedback: {
      name: 'Feedback',
      type: 'record',
      config: { target: 'feedback' },
      required: true,
      fixed: true,
    },
    offered: { name: 'Offered', type: 'record', config: { target: '*' }, required: true, fixed: true },
    outcome: { name: 'Outcome', type: 'select', config: { options: SUGGESTION_OUTCOMES }, required: true },
    /** From 0 to 1, as it was shown. */
    confidence: { name: 'Confidence', type: 'number', fixed: true },
    /** The words that decided, as they were shown. */
    words: { name: 'Because of', type: 'text', config: { length: 300 }, fixed: true },
  },
  rules: {
    read: { role: 'viewer' },
    create: { role: 'contributor' },
    update: { role: 'contributor' },
    delete: { role: 'editor', own: 'contributor' },
  },
});
