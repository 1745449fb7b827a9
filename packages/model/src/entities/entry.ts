import { CONTENT_RULES, defineEntity } from '../entity.ts';
import { PORTAL_LANGUAGES } from './portal.ts';

export const ENTRY_STATES = [
  { key: 'draft', name: 'Draft', color: 'gray', category: 'backlog' },
  { key: 'scheduled', name: 'Scheduled', color: 'sky', category: 'planned' },
  { key: 'published', name: 'Published', color: 'green', category: 'done' },
] as const;

/** Categories whose names portals know in their languages; a workspace adds its own words. */
export const ENTRY_CATEGORIES = ['new', 'improved', 'fixed'] as const;

/** What customers read in a portal's changelog. Nobody outside sees it before it is published. */
export const entry = defineEntity({
  name: 'entry',
  plural: 'entries',
  label: { one: 'changelog entry', many: 'changelog entries' },
  titleField: 'title',
  scope: 'space',
  fields: {
    title: { name: 'Title', type: 'text', required: true, config: { length: 200 } },
    /** Markdown. Left out of an entry of a release, it begins with what the release ships. */
    text: { name: 'Text', type: 'long-text' },
    categories: { name: 'Categories', type: 'labels' },
    portal: { name: 'Portal', type: 'record', config: { target: 'portal' } },
    release: { name: 'Release', type: 'record', config: { target: 'release' } },
    /** Ids of the ideas it tells of; customers are not shown them. */
    ideas: { name: 'Ideas', type: 'labels' },
    language: { name: 'Language', type: 'select', config: { options: PORTAL_LANGUAGES } },
    state: { name: 'State', type: 'select', config: { options: ENTRY_STATES }, readOnly: true },
    publishAt: { name: 'To be published', type: 'timestamp', readOnly: true },
    publishedAt: { name: 'Published', type: 'timestamp', readOnly: true },
    noticeCount: {
      name: 'Subscribers told',
      type: 'counter',
      config: { path: 'notices', aggregate: 'count' },
      readOnly: true,
    },
  },
  relations: { notices: { entity: 'notice', via: 'entry' } },
  rules: {
    ...CONTENT_RULES,
    publish: { role: 'editor' },
    /** Takes it back to a draft. */
    cancel: { role: 'editor' },
  },
});
