import { defineEntity } from '../entity.ts';

/**
 * A file on a record; its bytes lie in the blob store under their SHA-256. Size, type and hash are set by the
 * upload alone: who could write a hash could read a file he was never given.
 */
export const attachment = defineEntity({
  name: 'attachment',
  plural: 'attachments',
  label: { one: 'attachment', many: 'attachments' },
  titleField: 'name',
  scope: 'space',
  hangsOn: 'record',
  fields: {
    record: { name: 'Record', type: 'record', config: { target: '*' }, required: true },
    name: { name: 'Name', type: 'text', required: true, config: { length: 300 } },
    mediaType: { name: 'Media type', type: 'text', readOnly: true, required: true, config: { length: 200 } },
    size: { name: 'Size', type: 'number', readOnly: true, required: true },
    hash: { name: 'SHA-256', type: 'text', readOnly: true, required: true, config: { length: 64 } },
  },
  rules: {
    read: { role: 'viewer' },
    create: { role: 'contributor' },
    delete: { role: 'editor', own: 'contributor' },
  },
  visitors: ['create'],
});
