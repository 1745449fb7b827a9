import { defineEntity, SETTINGS_RULES } from '../entity.ts';

/** Who may look at a portal. */
export const PORTAL_ACCESS = [
  { key: 'public', name: 'Everybody' },
  { key: 'signed_in', name: 'Only customers who sign in' },
] as const;

/** Which words from customers somebody here reads before others see them. */
export const MODERATION = [
  { key: 'anonymous', name: 'Those of people who did not sign in' },
  { key: 'all', name: 'All' },
  { key: 'none', name: 'None' },
] as const;

/** Languages that a portal's own words are kept in. */
export const PORTAL_LANGUAGES = [
  { key: 'en', name: 'English' },
  { key: 'de', name: 'Deutsch' },
  { key: 'fr', name: 'Français' },
  { key: 'es', name: 'Español' },
] as const;

/** How far words from outside have come: a piece of feedback or a comment without one is for the workspace alone. */
export const PUBLICITY = [
  { key: 'waiting', name: 'Waits for approval', color: 'amber' },
  { key: 'public', name: 'On the portal', color: 'green' },
  { key: 'refused', name: 'Not for the portal', color: 'gray' },
] as const;

/**
 * A page where customers ask, vote and see what is planned, at /portal/<slug>. What they write is feedback in the
 * portal's space.
 */
export const portal = defineEntity({
  name: 'portal',
  plural: 'portals',
  label: { one: 'portal', many: 'portals' },
  titleField: 'name',
  scope: 'space',
  fields: {
    name: { name: 'Name', type: 'text', required: true, config: { length: 200 } },
    slug: { name: 'Address', type: 'text', required: true, config: { length: 60 } },
    intro: { name: 'Introduction', type: 'long-text' },
    access: { name: 'Who may look', type: 'select', config: { options: PORTAL_ACCESS } },
    moderation: { name: 'Read before others see it', type: 'select', config: { options: MODERATION } },
    /** Whether people who did not sign in may write. */
    anonymous: { name: 'Write without signing in', type: 'checkbox' },
    /** `#rrggbb` */
    color: { name: 'Brand colour', type: 'text', config: { length: 7 } },
    language: { name: 'Language', type: 'select', config: { options: PORTAL_LANGUAGES } },
    /** Origins of the pages that may show the widget. */
    sites: { name: 'Sites with the widget', type: 'labels' },
    /** The audience version of a roadmap that is shown beside the requests. */
    edition: { name: 'Roadmap', type: 'record', config: { target: 'edition' } },
    /** Who chose the roadmap: it shows what they may publish, as long as they may. */
    publishedBy: { name: 'Roadmap chosen by', type: 'person', readOnly: true },
    /** How often the key was renewed by which a customer's own app lets people in; none is in use when empty. */
    keyTurn: { name: 'Renewals of the key', type: 'number', readOnly: true },
    postCount: {
      name: 'Requests',
      type: 'counter',
      config: { path: 'posts', aggregate: 'count' },
      readOnly: true,
    },
    subscriberCount: {
      name: 'Changelog subscribers',
      type: 'counter',
      config: { path: 'subscriptions', aggregate: 'count' },
      readOnly: true,
    },
  },
  relations: {
    posts: { entity: 'feedback', via: 'portal' },
    subscriptions: { entity: 'subscription', via: 'portal' },
    attachments: { entity: 'attachment', via: 'record' },
  },
  rules: SETTINGS_RULES,
});
