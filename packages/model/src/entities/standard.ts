import { defineEntity } from '../entity.ts';

/**
 * How spaces work, written down once: fields, options, workflows, views and description templates that spaces adopt.
 * What is published is a `standard-version`; what its author is at is here.
 */
export const standard = defineEntity({
  name: 'standard',
  plural: 'standards',
  label: { one: 'standard', many: 'standards' },
  titleField: 'name',
  scope: 'workspace',
  ownedBy: 'owner',
  fields: {
    name: { name: 'Name', type: 'text', required: true, config: { length: 200 } },
    about: { name: 'About', type: 'text', config: { length: 2000 } },
    owner: { name: 'Owner', type: 'person' },
    /** Where it is given without parts, they are taken from how this space is set up. */
    source: { name: 'Taken from', type: 'record', config: { target: 'space' } },
    /** The draft: a list of `StandardPart`. */
    parts: { name: 'Parts', type: 'data' },
    /** The newest that is published; empty before the first. */
    version: { name: 'Version', type: 'number', readOnly: true },
    publishedAt: { name: 'Published', type: 'timestamp', readOnly: true },
  },
  relations: {
    versions: { entity: 'standard-version', via: 'standard' },
    adoptions: { entity: 'adoption', via: 'standard' },
    comments: { entity: 'comment', via: 'record' },
  },
  rules: {
    read: { role: 'viewer' },
    create: { role: 'editor' },
    update: { role: 'admin', own: 'editor' },
    archive: { role: 'admin', own: 'editor' },
    restore: { role: 'admin', own: 'editor' },
    publish: { role: 'admin', own: 'editor' },
  },
  exposure: { timeless: true },
});
