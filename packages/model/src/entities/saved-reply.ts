import { CONTENT_RULES, defineEntity } from '../entity.ts';

/** What people of a space answer again and again: put into a reply, and changed there as it is needed. */
export const savedReply = defineEntity({
  name: 'saved-reply',
  plural: 'saved-replies',
  label: { one: 'saved reply', many: 'saved replies' },
  titleField: 'name',
  scope: 'space',
  fields: {
    name: { name: 'Name', type: 'text', required: true, config: { length: 100 } },
    /** `{name}` is filled in when the reply goes out; `{company}` and `{idea}` when it is put in. */
    body: { name: 'Text', type: 'text', required: true, config: { length: 5000 } },
  },
  rules: { ...CONTENT_RULES, delete: { role: 'editor', own: 'contributor' } },
});
