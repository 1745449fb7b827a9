import { defineEntity } from '../entity.ts';
import { PUBLICITY } from './portal.ts';

/** Why a date that was committed to moved: what a comment on the move may say in one word. */
export const MOVE_REASONS = [
  { key: 'scope', name: 'Scope grew' },
  { key: 'dependency', name: 'Waiting for others' },
  { key: 'capacity', name: 'People were missing' },
  { key: 'estimate', name: 'It was underestimated' },
  { key: 'priority', name: 'Something else came first' },
  { key: 'learned', name: 'We learned something' },
  { key: 'other', name: 'Another reason' },
] as const;

/** What somebody says about a record; answers hang below it. */
export const comment = defineEntity({
  name: 'comment',
  plural: 'comments',
  label: { one: 'comment', many: 'comments' },
  titleField: 'excerpt',
  scope: 'space',
  hangsOn: 'record',
  fields: {
    record: { name: 'Record', type: 'record', config: { target: '*' }, required: true, fixed: true },
    parent: { name: 'Answer to', type: 'record', config: { target: 'comment' }, fixed: true },
    excerpt: { name: 'Excerpt', type: 'text', config: { length: 300 }, readOnly: true },
    body: { name: 'Text', type: 'long-text', required: true },
    mentions: { name: 'Mentions', type: 'people' },
    reason: { name: 'Reason', type: 'select', config: { options: MOVE_REASONS }, fixed: true },
    /** The act that the comment explains. */
    cause: { name: 'About the act', type: 'text', config: { length: 60 }, fixed: true },
    /** Who wrote it where it came from; here `createdBy` says it. */
    author: { name: 'Author', type: 'text', config: { length: 300 }, readOnly: true },
    /** The customer who wrote it on a portal. */
    contact: { name: 'Contact', type: 'record', config: { target: 'contact' }, readOnly: true },
    publicity: { name: 'On the portal', type: 'select', config: { options: PUBLICITY } },
    sources: { name: 'Sources', type: 'data', readOnly: true, presenceOnly: true },
  },
  relations: { reactions: { entity: 'reaction', via: 'record' } },
  rules: {
    read: { role: 'viewer' },
    create: { role: 'viewer' },
    update: { role: 'admin', own: 'viewer' },
    /** Whether customers see it on a portal. */
    approve: { role: 'editor' },
    skip: { role: 'editor' },
    archive: { role: 'admin', own: 'viewer' },
    restore: { role: 'admin', own: 'viewer' },
  },
  visitors: ['create'],
});
