import { CONTENT_RULES, defineEntity } from '../entity.ts';
import { PUBLICITY } from './portal.ts';

export const FEEDBACK_STATES = [
  { key: 'new', name: 'New', color: 'amber', category: 'backlog' },
  { key: 'open', name: 'In work', color: 'sky', category: 'active' },
  { key: 'linked', name: 'Linked', color: 'green', category: 'done' },
  { key: 'dismissed', name: 'Nothing to do', color: 'gray', category: 'closed' },
] as const;

export const CHANNELS = [
  { key: 'manual', name: 'Typed in' },
  { key: 'import', name: 'Import' },
  { key: 'email', name: 'E-mail' },
  { key: 'portal', name: 'Portal' },
  { key: 'widget', name: 'Widget' },
  { key: 'api', name: 'API' },
  { key: 'chat', name: 'Chat' },
  { key: 'support', name: 'Support' },
  { key: 'sales', name: 'Sales call' },
  { key: 'interview', name: 'Interview' },
  { key: 'survey', name: 'Survey' },
  { key: 'review', name: 'App review' },
  { key: 'github', name: 'GitHub' },
] as const;

/** A piece of raw input from a person, through a channel. Its space is where it landed. */
export const feedback = defineEntity({
  name: 'feedback',
  plural: 'feedback',
  label: { one: 'feedback', many: 'feedback' },
  titleField: 'title',
  scope: 'space',
  hasKey: true,
  hasCustomFields: true,
  fields: {
    title: { name: 'Title', type: 'text', required: true, config: { length: 500 } },
    body: { name: 'Words', type: 'long-text' },
    state: { name: 'State', type: 'select', config: { options: FEEDBACK_STATES } },
    channel: { name: 'Channel', type: 'select', config: { options: CHANNELS } },
    contact: { name: 'Contact', type: 'record', config: { target: 'contact' } },
    company: { name: 'Company', type: 'company' },
    team: { name: 'Team', type: 'team' },
    /** The rule that gave it to its team. */
    routedBy: { name: 'Routed by', type: 'record', config: { target: 'routing-rule' }, readOnly: true },
    owner: { name: 'Owner', type: 'person' },
    labels: { name: 'Labels', type: 'labels' },
    link: { name: 'Link', type: 'link' },
    receivedAt: { name: 'Received', type: 'timestamp' },
    handledAt: { name: 'Handled', type: 'timestamp', readOnly: true },
    /** Until then it is in nobody's way. */
    snoozedUntil: { name: 'Snoozed until', type: 'timestamp' },
    /** By when it is to be answered, as its space says. */
    dueAt: { name: 'Answer due', type: 'timestamp', readOnly: true },
    /** Where customers see it and vote for it. */
    portal: { name: 'Portal', type: 'record', config: { target: 'portal' } },
    publicity: { name: 'On the portal', type: 'select', config: { options: PUBLICITY } },
    /** The mailbox it came to. */
    mailbox: { name: 'Mailbox', type: 'record', config: { target: 'mailbox' }, readOnly: true },
    /** Whether the mail came from where it says, as RFC 8601 puts it: `{spf, dkim, dmarc}`. */
    mailChecks: { name: 'Sender checks', type: 'data', readOnly: true },
    /** The connection it came by, and the conversation there that it began. */
    connection: { name: 'Connection', type: 'record', config: { target: 'connection' }, readOnly: true },
    thread: { name: 'Conversation', type: 'text', config: { length: 500 }, readOnly: true },
    mergedInto: { name: 'Merged into', type: 'record', config: { target: 'feedback' }, readOnly: true },
    sources: { name: 'Sources', type: 'data', readOnly: true, presenceOnly: true },
    insightCount: {
      name: 'Insights',
      type: 'counter',
      config: { path: 'insights', aggregate: 'count' },
      readOnly: true,
    },
    voteCount: {
      name: 'Votes',
      type: 'counter',
      config: { path: 'votes', aggregate: 'count' },
      readOnly: true,
    },
    commentCount: {
      name: 'Comments',
      type: 'counter',
      config: { path: 'comments', aggregate: 'count' },
      readOnly: true,
    },
  },
  relations: {
    insights: { entity: 'insight', via: 'feedback' },
    comments: { entity: 'comment', via: 'record' },
    votes: { entity: 'vote', via: 'record' },
    answers: { entity: 'answer', via: 'feedback' },
    suggestions: { entity: 'suggestion', via: 'feedback' },
    reactions: { entity: 'reaction', via: 'record' },
    attachments: { entity: 'attachment', via: 'record' },
    merged: { entity: 'feedback', via: 'mergedInto' },
  },
  rules: { ...CONTENT_RULES, merge: { role: 'editor' }, reply: { role: 'contributor' } },
  visitors: ['create'],
});
