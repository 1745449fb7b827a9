import { CONTENT_RULES, defineEntity } from '../entity.ts';

export const IDEA_TYPES = [
  { key: 'problem', name: 'Problem', color: 'red', emoji: '🔥' },
  { key: 'opportunity', name: 'Opportunity', color: 'amber', emoji: '🌱' },
  { key: 'solution', name: 'Solution', color: 'blue', emoji: '💡' },
  { key: 'requirement', name: 'Requirement', color: 'violet', emoji: '📐' },
] as const;

/** The workflow a new workspace starts with; the workspace's own `status` field may replace it. */
export const IDEA_STATUSES = [
  { key: 'new', name: 'New', color: 'gray', category: 'backlog' },
  { key: 'exploring', name: 'Exploring', color: 'sky', category: 'backlog' },
  { key: 'later', name: 'Later', color: 'violet', category: 'planned' },
  { key: 'next', name: 'Next', color: 'blue', category: 'planned' },
  { key: 'now', name: 'Now', color: 'amber', category: 'active' },
  { key: 'shipped', name: 'Shipped', color: 'green', category: 'done' },
  { key: 'declined', name: 'Declined', color: 'gray', category: 'closed' },
] as const;

/** A thing that might be built or changed: problem, opportunity, solution or requirement, by its type. */
export const idea = defineEntity({
  name: 'idea',
  plural: 'ideas',
  label: { one: 'idea', many: 'ideas' },
  titleField: 'title',
  scope: 'space',
  hasKey: true,
  hasCustomFields: true,
  fields: {
    title: { name: 'Title', type: 'text', required: true, config: { length: 500 } },
    type: { name: 'Type', type: 'select', config: { options: IDEA_TYPES } },
    status: { name: 'Status', type: 'select', config: { options: IDEA_STATUSES } },
    owner: { name: 'Owner', type: 'person' },
    team: { name: 'Team', type: 'team' },
    labels: { name: 'Labels', type: 'labels' },
    timeframe: { name: 'Timeframe', type: 'date-range' },
    description: { name: 'Description', type: 'document' },
    rank: { name: 'Rank', type: 'text', config: { exact: true } },
    parent: { name: 'Parent', type: 'record', config: { target: 'idea' } },
    shipsIn: { name: 'Ships in', type: 'record', config: { target: 'release' } },
    mergedInto: { name: 'Merged into', type: 'record', config: { target: 'idea' }, readOnly: true },
    sources: { name: 'Sources', type: 'data', readOnly: true, presenceOnly: true },
    votes: {
      name: 'Votes',
      type: 'votes',
      config: { path: 'votes.weight', aggregate: 'sum' },
      readOnly: true,
    },
    insightCount: {
      name: 'Insights',
      type: 'counter',
      config: { path: 'insights', aggregate: 'count' },
      readOnly: true,
    },
    commentCount: {
      name: 'Comments',
      type: 'counter',
      config: { path: 'comments', aggregate: 'count' },
      readOnly: true,
    },
    linkCount: {
      name: 'Connections',
      type: 'counter',
      config: { path: 'relations', aggregate: 'count' },
      readOnly: true,
    },
    reactionCount: {
      name: 'Reactions',
      type: 'reactions',
      config: { path: 'reactions', aggregate: 'count' },
      readOnly: true,
    },
    childCount: {
      name: 'Children',
      type: 'counter',
      config: { path: 'children', aggregate: 'count' },
      readOnly: true,
    },
    childProgress: {
      name: 'Progress of children',
      type: 'rollup',
      config: { path: 'children.status', aggregate: 'average', result: 'number', format: 'percent' },
      readOnly: true,
    },
    companyCount: {
      name: 'Companies',
      type: 'rollup',
      config: { path: 'insights.company', aggregate: 'count', result: 'number' },
      readOnly: true,
    },
    revenue: {
      name: 'Revenue behind',
      type: 'rollup',
      config: { path: 'insights.company.revenue', aggregate: 'sum', result: 'number', format: 'currency' },
      readOnly: true,
    },
  },
  relations: {
    children: { entity: 'idea', via: 'parent' },
    insights: { entity: 'insight', via: 'idea' },
    answers: { entity: 'answer', via: 'idea' },
    comments: { entity: 'comment', via: 'record' },
    votes: { entity: 'vote', via: 'record' },
    reactions: { entity: 'reaction', via: 'record' },
    relations: { entity: 'relation', via: 'from' },
    attachments: { entity: 'attachment', via: 'record' },
  },
  exposure: { windowed: true },
  rules: { ...CONTENT_RULES, merge: { role: 'editor' }, move: { role: 'editor' }, copy: { role: 'viewer' } },
});
