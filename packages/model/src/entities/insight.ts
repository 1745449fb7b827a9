import { CONTENT_RULES, defineEntity } from '../entity.ts';

/** Evidence attached to an idea: a quoted passage of feedback or a data snippet, with impact. */
export const insight = defineEntity({
  name: 'insight',
  plural: 'insights',
  label: { one: 'insight', many: 'insights' },
  titleField: 'excerpt',
  scope: 'space',
  hasCustomFields: true,
  fields: {
    idea: { name: 'Idea', type: 'record', config: { target: 'idea' }, required: true, fixed: true },
    feedback: { name: 'Feedback', type: 'record', config: { target: 'feedback' } },
    excerpt: { name: 'Excerpt', type: 'text', config: { length: 300 }, readOnly: true },
    quote: { name: 'Quote', type: 'long-text' },
    /** Where the quote stands in the feedback's body, in UTF-16 code units. */
    quoteStart: { name: 'Quote start', type: 'number' },
    quoteEnd: { name: 'Quote end', type: 'number' },
    note: { name: 'Note', type: 'long-text' },
    impact: { name: 'Impact', type: 'rating', config: { max: 5 } },
    contact: { name: 'Contact', type: 'record', config: { target: 'contact' } },
    company: { name: 'Company', type: 'company' },
    link: { name: 'Link', type: 'link' },
    /** The vote on a portal that it stands for. */
    vote: { name: 'Vote', type: 'record', config: { target: 'vote' }, readOnly: true },
  },
  relations: {
    comments: { entity: 'comment', via: 'record' },
    reactions: { entity: 'reaction', via: 'record' },
  },
  rules: { ...CONTENT_RULES, delete: { role: 'editor', own: 'contributor' } },
});
