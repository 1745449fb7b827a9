import { CONTENT_RULES, defineEntity } from '../entity.ts';

/**
 * The collaborative text of one field of a record. Written by merging Yjs updates; `text` is the same
 * content as Markdown. Rights follow the record.
 */
export const document = defineEntity({
  name: 'document',
  plural: 'documents',
  prefix: 'doc',
  label: { one: 'document', many: 'documents' },
  titleField: 'field',
  scope: 'space',
  fields: {
    record: { name: 'Record', type: 'record', config: { target: '*' }, required: true },
    field: { name: 'Field', type: 'text', required: true, config: { length: 60 } },
    text: { name: 'Text', type: 'long-text' },
    /** The last edit as a Yjs update, in base64: what the log keeps of each. */
    update: { name: 'Update', type: 'long-text' },
    /** The whole document as one Yjs update, in base64. */
    state: { name: 'State', type: 'long-text', hidden: true },
  },
  rules: { read: CONTENT_RULES.read, update: CONTENT_RULES.update },
  exposure: { sync: false, webhook: false, automation: false, rest: false },
});
