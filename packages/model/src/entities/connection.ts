import { defineEntity, SETTINGS_RULES } from '../entity.ts';

/**
 * The programs of others that feedback comes from: how they are called, the channel of what they bring, and whether
 * an answer can go back the way the words came.
 */
export const CONNECTORS = [
  { key: 'slack', name: 'Slack', channel: 'chat', replies: true },
  { key: 'teams', name: 'Microsoft Teams', channel: 'chat', replies: false },
  { key: 'intercom', name: 'Intercom', channel: 'support', replies: true },
  { key: 'zendesk', name: 'Zendesk', channel: 'support', replies: true },
  { key: 'hubspot', name: 'HubSpot', channel: 'sales', replies: false },
  { key: 'salesforce', name: 'Salesforce', channel: 'sales', replies: false },
] as const;
export type ConnectorKey = (typeof CONNECTORS)[number]['key'];

/** One account of another program whose messages become feedback in a space. */
export const connection = defineEntity({
  name: 'connection',
  plural: 'connections',
  label: { one: 'connection', many: 'connections' },
  titleField: 'name',
  scope: 'space',
  fields: {
    name: { name: 'Name', type: 'text', required: true, config: { length: 200 } },
    connector: {
      name: 'Program',
      type: 'select',
      required: true,
      fixed: true,
      config: { options: CONNECTORS.map(({ key, name }) => ({ key, name })) },
    },
    /** By the names that the connector declares; texts. Secrets are kept elsewhere. */
    settings: { name: 'Settings', type: 'data' },
    team: { name: 'Team', type: 'team' },
    /** Takes nothing in and lets nothing out. */
    paused: { name: 'Paused', type: 'checkbox' },
    /** Which secrets it has; what they are is told to nobody. */
    secretNames: { name: 'Secrets', type: 'data', readOnly: true },
    feedbackCount: {
      name: 'Feedback',
      type: 'counter',
      config: { path: 'feedback', aggregate: 'count' },
      readOnly: true,
    },
  },
  relations: { feedback: { entity: 'feedback', via: 'connection' } },
  rules: SETTINGS_RULES,
});
