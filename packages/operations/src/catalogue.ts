/** Every operation by name: an own one where there is a file for it, else the generic one of its verb. */
import type { Entity, Model, Verb } from '@throughline/model';
import type { Operate } from './execute.ts';
import { approveAnswer, skipAnswer } from './answer/approve-answer.ts';
import { replyToFeedback } from './answer/reply-to-feedback.ts';
import { agreeScoring } from './decide/agree-scoring.ts';
import { closeRound } from './decide/close-round.ts';
import { closeScoring } from './decide/close-scoring.ts';
import { repeatScoring } from './decide/repeat-scoring.ts';
import { revealScoring } from './decide/reveal-scoring.ts';
import { eraseRecord } from './erasure/erase-record.ts';
import { mergeFeedback } from './feedback/merge-feedback.ts';
import { copyIdea } from './idea/copy-idea.ts';
import { mergeIdea } from './idea/merge-idea.ts';
import { moveIdea } from './idea/move-idea.ts';
import { cancelImport } from './import/cancel-import.ts';
import { mergePeople } from './people/merge-people.ts';
import { createInvitation } from './people/create-invitation.ts';
import { approveComment, skipComment } from './portal/approve-comment.ts';
import { archiveRecord } from './records/archive-record.ts';
import { createRecord } from './records/create-record.ts';
import { deleteRecord } from './records/delete-record.ts';
import { restoreRecord } from './records/restore-record.ts';
import { updateRecord } from './records/update-record.ts';
import { createShare } from './share/create-share.ts';
import { revokeShare } from './share/revoke-share.ts';
import { applyChecklist } from './release/apply-checklist.ts';
import { cancelEntry, publishEntry } from './release/publish-entry.ts';
import { shipRelease } from './release/ship-release.ts';
import { runSurvey } from './survey/run-survey.ts';
import { adoptStandard } from './standard/adopt-standard.ts';
import { publishStandard } from './standard/publish-standard.ts';
import { updateAdoption } from './standard/update-adoption.ts';
import { applyTemplate } from './template/apply-template.ts';
import { createTemplate } from './template/create-template.ts';
import { createToken } from './people/create-token.ts';
import { revokeToken } from './people/revoke-token.ts';

const OWN: Readonly<Record<string, Operate>> = {
  'adoption.create': adoptStandard,
  'adoption.update': updateAdoption,
  'answer.approve': approveAnswer,
  'answer.skip': skipAnswer,
  'comment.approve': approveComment,
  'comment.skip': skipComment,
  'entry.cancel': cancelEntry,
  'company.merge': (work, request) => mergePeople(work, work.entity('company'), request),
  'contact.merge': (work, request) => mergePeople(work, work.entity('contact'), request),
  'entry.publish': publishEntry,
  'feedback.merge': mergeFeedback,
  'feedback.reply': replyToFeedback,
  'idea.copy': copyIdea,
  'idea.merge': mergeIdea,
  'idea.move': moveIdea,
  'import.cancel': cancelImport,
  'invitation.create': createInvitation,
  'release.apply': applyChecklist,
  'release.ship': shipRelease,
  'round.close': closeRound,
  'survey.run': runSurvey,
  'scoring.agree': agreeScoring,
  'scoring.close': closeScoring,
  'scoring.repeat': repeatScoring,
  'scoring.reveal': revealScoring,
  'share.create': createShare,
  'share.revoke': revokeShare,
  'standard.publish': publishStandard,
  'space.apply': applyTemplate,
  'template.create': createTemplate,
  'token.create': createToken,
  'token.revoke': revokeToken,
};

const GENERIC: Readonly<
  Partial<
    Record<Verb, (...args: [Parameters<Operate>[0], Entity, Parameters<Operate>[1]]) => ReturnType<Operate>>
  >
> = {
  create: createRecord,
  update: updateRecord,
  archive: archiveRecord,
  restore: restoreRecord,
  delete: deleteRecord,
  erase: eraseRecord,
};

/** Whether the operation of a name is its verb's own: it touches few records and takes no time. */
export function isGeneric(name: string): boolean {
  return OWN[name] === undefined;
}

/** Undefined for names that no entity declares a rule for. */
export function findOperation(model: Model, name: string): Operate | undefined {
  const own = OWN[name];
  if (own) return own;
  const [entityName = '', verb = ''] = name.split('.');
  const entity = model.findEntity(entityName);
  const generic = GENERIC[verb as Verb];
  if (!entity || !generic || entity.rules[verb as Verb] === undefined) return undefined;
  return (work, request) => generic(work, entity, request);
}
