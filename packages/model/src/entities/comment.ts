import { defineEntity } from '../entity.ts';

/** What somebody says about a record; answers hang below it. */
export const comment = defineEntity({
  name: 'comment',
  plural: 'comments',
  label: { one: 'comment', many: 'comments' },
  titleField: 'excerpt',
  scope: 'space',
  fields: {
    record: { name: 'Record', type: 'record', config: { target: '*' }, required: true, fixed: true },
    parent: { name: 'Answer to', type: 'record', config: { target: 'comment' }, fixed: true },
    excerpt: { name: 'Excerpt', type: 'text', config: { length: 300 }, readOnly: true },
    body: { name: 'Text', type: 'long-text', required: true },
    mentions: { name: 'Mentions', type: 'people' },
    /** Who wrote it where it came from; here `createdBy` says it. */
    author: { name: 'Author', type: 'text', config: { length: 300 }, readOnly: true },
    sources: { name: 'Sources', type: 'data', readOnly: true },
  },
  relations: { reactions: { entity: 'reaction', via: 'record' } },
  rules: {
    read: { role: 'viewer' },
    create: { role: 'viewer' },
    update: { role: 'admin', own: 'viewer' },
    archive: { role: 'admin', own: 'viewer' },
    restore: { role: 'admin', own: 'viewer' },
  },
});
