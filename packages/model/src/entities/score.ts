import { defineEntity } from '../entity.ts';

/**
 * What one person gives one idea of a scoring session, before it is revealed: read by himself alone. The log names
 * nobody. Revealing takes the scores over into the verdict and deletes them.
 */
export const score = defineEntity({
  name: 'score',
  plural: 'scores',
  label: { one: 'score', many: 'scores' },
  titleField: 'verdict',
  scope: 'space',
  ownedBy: 'person',
  hasSecretAuthors: true,
  fields: {
    scoring: { name: 'Session', type: 'record', config: { target: 'scoring' }, readOnly: true },
    verdict: {
      name: 'Verdict',
      type: 'record',
      config: { target: 'verdict' },
      required: true,
      fixed: true,
    },
    /** By key or id of the field: `{value?, note?}`. What is left out is “I can’t tell”. */
    answers: { name: 'Answers', type: 'data' },
    person: { name: 'Person', type: 'person', readOnly: true, hidden: true },
  },
  rules: {
    read: { role: 'nobody', own: 'contributor' },
    create: { role: 'contributor' },
    update: { role: 'nobody', own: 'contributor' },
    delete: { role: 'nobody', own: 'contributor' },
  },
  exposure: { sync: false, webhook: false, automation: false },
});
