/**
 * What an entity asks beyond its declaration: defaults, checks and consequences, written once and kept by
 * every way to write. An entity without an entry has none.
 */
import type { StoredRecord } from '@throughline/db';
import type { Entity, Values } from '@throughline/model';
import type { Work } from '../work.ts';
import { adoptionRules } from './adoption-rules.ts';
import { answerRules } from './answer-rules.ts';
import { ballotRules } from './ballot-rules.ts';
import { roundRules } from './round-rules.ts';
import { attachmentRules } from './attachment-rules.ts';
import { checklistRules } from './checklist-rules.ts';
import { commentRules } from './comment-rules.ts';
import { descriptionTemplateRules } from './description-template-rules.ts';
import { editionRules } from './edition-rules.ts';
import { comparisonRules } from './comparison-rules.ts';
import { connectionRules } from './connection-rules.ts';
import { entryRules } from './entry-rules.ts';
import { feedbackRules } from './feedback-rules.ts';
import { fieldRules } from './field-rules.ts';
import { ideaRules } from './idea-rules.ts';
import { insightRules } from './insight-rules.ts';
import { launchTaskRules } from './launch-task-rules.ts';
import { mailboxRules } from './mailbox-rules.ts';
import { membershipRules } from './membership-rules.ts';
import { personRules } from './person-rules.ts';
import { portalRules } from './portal-rules.ts';
import { rankingRules } from './ranking-rules.ts';
import { reactionRules } from './reaction-rules.ts';
import { relationRules } from './relation-rules.ts';
import { releaseRules } from './release-rules.ts';
import { roadmapRules } from './roadmap-rules.ts';
import { routingRuleRules } from './routing-rule-rules.ts';
import { scoreRules } from './score-rules.ts';
import { scoringRules } from './scoring-rules.ts';
import { spaceRules } from './space-rules.ts';
import { surveyRules } from './survey-rules.ts';
import { suggestionRules } from './suggestion-rules.ts';
import { verdictRules } from './verdict-rules.ts';
import { standardRules } from './standard-rules.ts';
import { templateRules } from './template-rules.ts';
import { themeRules } from './theme-rules.ts';
import { viewRules } from './view-rules.ts';
import { voteRules } from './vote-rules.ts';
import { workspaceRules } from './workspace-rules.ts';

export type EntityRules = {
  /** Fills in and checks the values of a new record; ids in them are known to exist. */
  readonly prepare?: (work: Work, values: Values) => Promise<Values>;
  /** Adds to the values of a new record what follows from them, however it came in. */
  readonly complete?: (work: Work, values: Values) => Promise<Values>;
  /** A record that this one would repeat; it is changed instead. */
  readonly findExisting?: (work: Work, values: Values) => Promise<StoredRecord | undefined>;
  readonly afterCreate?: (work: Work, record: StoredRecord) => Promise<void>;
  readonly prepareUpdate?: (work: Work, record: StoredRecord, values: Values) => Promise<Values>;
  /** Refuses values that a record may not take, also those that an undo would put back. */
  readonly checkUpdate?: (work: Work, record: StoredRecord, values: Values) => Promise<void>;
  readonly afterUpdate?: (work: Work, before: StoredRecord, after: StoredRecord) => Promise<void>;
  readonly beforeArchive?: (work: Work, record: StoredRecord) => Promise<void>;
  /** It was archived or came back, also by an undo. */
  readonly afterPresence?: (work: Work, record: StoredRecord) => Promise<void>;
  /** Refuses a deleted record that an undo would bring back. */
  readonly beforeReturn?: (work: Work, record: StoredRecord) => Promise<void>;
  readonly beforeDelete?: (work: Work, record: StoredRecord) => Promise<void>;
};

const RULES: Readonly<Record<string, EntityRules>> = {
  adoption: adoptionRules,
  answer: answerRules,
  attachment: attachmentRules,
  ballot: ballotRules,
  round: roundRules,
  checklist: checklistRules,
  comment: commentRules,
  comparison: comparisonRules,
  connection: connectionRules,
  'description-template': descriptionTemplateRules,
  edition: editionRules,
  entry: entryRules,
  feedback: feedbackRules,
  field: fieldRules,
  idea: ideaRules,
  insight: insightRules,
  'launch-task': launchTaskRules,
  mailbox: mailboxRules,
  membership: membershipRules,
  person: personRules,
  portal: portalRules,
  ranking: rankingRules,
  reaction: reactionRules,
  relation: relationRules,
  release: releaseRules,
  roadmap: roadmapRules,
  'routing-rule': routingRuleRules,
  score: scoreRules,
  scoring: scoringRules,
  space: spaceRules,
  suggestion: suggestionRules,
  survey: surveyRules,
  verdict: verdictRules,
  standard: standardRules,
  template: templateRules,
  theme: themeRules,
  view: viewRules,
  vote: voteRules,
  workspace: workspaceRules,
};

const NONE: EntityRules = {};

export function rulesOf(entity: Entity): EntityRules {
  return RULES[entity.name] ?? NONE;
}
