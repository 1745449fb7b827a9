import { CONTENT_RULES, defineEntity, type FieldDeclaration } from '../entity.ts';
import { AUDIENCE_ACCESS } from '../role.ts';

/** Whom a roadmap is for. What belongs to it carries a copy, so that it is never for more people than the roadmap. */
export const ROADMAP_AUDIENCE = {
  owner: { name: 'Owner', type: 'person' },
  access: {
    name: 'Access',
    type: 'select',
    config: { options: AUDIENCE_ACCESS.map((key) => ({ key, name: key })) },
  },
  editors: { name: 'May change it', type: 'people' },
  readers: { name: 'May see it', type: 'people' },
} as const satisfies Record<string, FieldDeclaration>;

/**
 * Records of several spaces in views of their own. It lives in one space, whose roles decide over the roadmap;
 * over each record decides the record's own space.
 */
export const roadmap = defineEntity({
  name: 'roadmap',
  plural: 'roadmaps',
  label: { one: 'roadmap', many: 'roadmaps' },
  titleField: 'name',
  scope: 'space',
  ownedBy: 'owner',
  hasAudience: true,
  fields: {
    name: { name: 'Name', type: 'text', required: true, config: { length: 200 } },
    emoji: { name: 'Emoji', type: 'text', config: { length: 20 } },
    description: { name: 'Description', type: 'document' },
    /** Ids of the spaces whose records it shows; keys are taken too. */
    spaces: { name: 'Source spaces', type: 'labels', required: true },
    /** Id of the field that says which goal a record serves; the parent when left out. */
    goals: { name: 'Goals are in', type: 'text', config: { length: 60 } },
    ...ROADMAP_AUDIENCE,
    rank: { name: 'Rank', type: 'text' },
  },
  relations: {
    views: { entity: 'view', via: 'roadmap' },
    editions: { entity: 'edition', via: 'roadmap' },
    comments: { entity: 'comment', via: 'record' },
  },
  rules: CONTENT_RULES,
  exposure: { timeless: true },
});
