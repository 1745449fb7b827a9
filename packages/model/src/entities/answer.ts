import { defineEntity } from '../entity.ts';
import { PORTAL_LANGUAGES } from './portal.ts';

export const ANSWER_STATES = [
  { key: 'draft', name: 'Waits for approval', color: 'amber', category: 'backlog' },
  { key: 'approved', name: 'Goes out', color: 'sky', category: 'active' },
  { key: 'sending', name: 'Goes out now', color: 'sky', category: 'active' },
  { key: 'sent', name: 'Sent', color: 'green', category: 'done' },
  { key: 'failed', name: 'Could not be sent', color: 'red', category: 'active' },
  { key: 'skipped', name: 'Not sent', color: 'gray', category: 'closed' },
] as const;

/** The stages of an idea at which those who asked are told. */
export const ANSWER_STAGES = [
  { key: 'planned', name: 'Planned' },
  { key: 'active', name: 'In progress' },
  { key: 'done', name: 'Shipped' },
  { key: 'closed', name: 'Not planned' },
] as const;

/** What one customer is told of what became of their words: once for each stage of the idea. */
export const answer = defineEntity({
  name: 'answer',
  plural: 'answers',
  label: { one: 'answer', many: 'answers' },
  titleField: 'subject',
  scope: 'space',
  fields: {
    subject: { name: 'Subject', type: 'text', required: true, config: { length: 300 } },
    body: { name: 'Text', type: 'long-text', required: true },
    state: { name: 'State', type: 'select', config: { options: ANSWER_STATES }, readOnly: true },
    stage: { name: 'Stage', type: 'select', config: { options: ANSWER_STAGES }, readOnly: true },
    language: { name: 'Language', type: 'select', config: { options: PORTAL_LANGUAGES }, readOnly: true },
    idea: { name: 'Idea', type: 'record', config: { target: 'idea' }, readOnly: true },
    feedback: { name: 'Feedback', type: 'record', config: { target: 'feedback' }, readOnly: true },
    contact: { name: 'Contact', type: 'record', config: { target: 'contact' }, readOnly: true },
    /** The connection it goes out by, into the conversation that the feedback began; by mail where it is empty. */
    connection: { name: 'Connection', type: 'record', config: { target: 'connection' }, readOnly: true },
    /** When the customer said it: from then to `sentAt` the voice-to-value clock runs. */
    askedAt: { name: 'Asked', type: 'timestamp', readOnly: true },
    sentAt: { name: 'Sent', type: 'timestamp', readOnly: true },
    /** Why it could not be sent, in the mail server's words. */
    fault: { name: 'Fault', type: 'text', config: { length: 500 }, readOnly: true },
  },
  rules: {
    read: { role: 'viewer' },
    update: { role: 'editor' },
    approve: { role: 'editor' },
    skip: { role: 'editor' },
  },
});
