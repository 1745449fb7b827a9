export { SYSTEM, type Actor } from './access/actor.ts';
export {
  authorise,
  isAllowed,
  mayUse,
  ownerOf,
  placeOf,
  roleOf,
  type Question,
  type Subject,
} from './access/authorise.ts';
export {
  findAccountActor,
  findInvitationWorkspace,
  findTokenActor,
  isInstallationEmpty,
  type FoundActor,
} from './access/find-session.ts';
export { audienceOwner, holderOf, type OwnerName } from './access/find-audience.ts';
export { findFirstAdmin } from './access/find-first-admin.ts';
export { hashSecret } from './access/secret.ts';
export { seenFields } from './access/seen-fields.ts';
export { STATE_ENTITIES, type SpaceState, type WorkspaceState } from './access/workspace-state.ts';
export { findAskers, type Asker } from './answer/find-askers.ts';
export { sendAnswers, type AnswerLetter } from './answer/send-answers.ts';
export { unsubscribe } from './answer/unsubscribe.ts';
export { wordAnswer } from './answer/answer-words.ts';
export type { BlueprintReport } from './blueprint/blueprint-report.ts';
export { closeDueRounds } from './decide/close-due-rounds.ts';
export { updateDocument, type DocumentUpdate } from './document/update-document.ts';
export { fromBase64 } from './document/write-document.ts';
export {
  execute,
  executeWith,
  type Operate,
  type OperationRequest,
  type Outcome,
  type Request,
} from './execute.ts';
export { acceptInvitation, type Joining } from './people/accept-invitation.ts';
export { bulkUpdate, type BulkInput } from './records/bulk-update.ts';
export { createFromValues } from './records/create-record.ts';
export { present } from './records/present.ts';
export { findMailbox, type FoundMailbox } from './mail/find-mailbox.ts';
export type { IncomingMail, MailChecks, MailFile } from './mail/incoming-mail.ts';
export { listFetchedMailboxes, MAILBOX_SECRET, type FetchedMailbox } from './mail/list-fetched.ts';
export { noteMailFault, receiveMail, type MailOutcome } from './mail/receive-mail.ts';
export type { Deliver, Delivery, Letter } from './mail/send-letters.ts';
export {
  holdChannel,
  moveChannelCursor,
  noteChannelFault,
  releaseChannel,
  restChannel,
  wakeChannel,
  type ChannelPlace,
} from './connection/channel-state.ts';
export { findConnection, readSealed, type FoundConnection } from './connection/find-connection.ts';
export { listPolled } from './connection/list-polled.ts';
export { sendReplies, type DeliverReply, type ReplyLetter } from './connection/send-replies.ts';
export { keepSecrets, type SecretsToKeep } from './connection/keep-secrets.ts';
export { receiveWord, type IncomingWord, type WordOutcome } from './connection/receive-word.ts';
export { makeRuntime, type Runtime, type RuntimeOptions } from './runtime.ts';
export { undoCause } from './undo/undo-cause.ts';
export { findAll } from './rules/find-one.ts';
export { excerptOf } from './rules/record-space.ts';
export type { NewRecord, Patch, Work } from './work.ts';
export { createWorkspace, type NewWorkspace } from './workspace/create-workspace.ts';
export { markAdaptations } from './workspace/mark-adaptations.ts';
export { derivedPaths } from './reads/derived-fields.ts';
export { mustState } from './reads/must-state.ts';
export { findRecord, readRecord, type ReadRequest } from './reads/read-record.ts';
export { findDocumentPlace, readDocument, type DocumentRequest } from './reads/read-document.ts';
export { listRecords, type ListRequest, type RecordPage } from './reads/list-records.ts';
export { forgetSortLeftovers, keepSortIndexes } from './sortable/keep-sort-indexes.ts';
export { readSortStates, type SortState } from './sortable/read-sort-states.ts';
export { readWindow, readWindowTotals, type WindowRequest } from './reads/read-window.ts';
export { countHidden, type HiddenRequest } from './reads/count-hidden.ts';
export {
  findPublication,
  isLocked,
  isPass,
  noPublication,
  unlock,
  type Publication,
} from './share/find-publication.ts';
export {
  previewEdition,
  readPublished,
  readRoadmap,
  type PreviewRequest,
  type PublishedPage,
} from './share/read-published.ts';
export type { PublishedView } from './share/read-published-view.ts';
export {
  compareAdoption,
  readFollowers,
  type Followers,
  type FollowersRequest,
} from './standard/read-followers.ts';
export { readGivenFeedback, readLogHead, type GivenFeedback } from './reads/given-feedback.ts';
export {
  keepThemes,
  listDueThemes,
  readThemeSources,
  type FoundTheme,
  type ThemePlace,
} from './theme/refresh-themes.ts';
export { readAcceptance, type Acceptance } from './reads/read-acceptance.ts';
export { readDecided } from './reads/decided.ts';
export { readChangedIdeas, readIdeaTexts, type IdeaText } from './reads/idea-texts.ts';
export { readChangedFeedback, readFeedbackTexts, type FeedbackText } from './reads/feedback-texts.ts';
export { readChannels, type ChannelHealth } from './reads/read-channels.ts';
export { readSession } from './reads/read-session.ts';
export {
  listChanges,
  type ChangesPage,
  type ChangesRequest,
  type ListedChange,
} from './reads/list-changes.ts';
export { parseMoment } from './reads/parse-moment.ts';
export { readPastSnapshot, type PastSnapshotRequest } from './reads/read-past-snapshot.ts';
export { readSnapshotScope, type ScopeRequest, type SnapshotScope } from './reads/snapshot-scope.ts';
export { isReplicated, readSnapshot, replicaValue, type SnapshotRequest } from './reads/read-snapshot.ts';
export {
  listWorkspaces,
  verifyWorkspace,
  type Discrepancy,
  type Verification,
} from './verify/verify-workspace.ts';
export { makeSample, type SampleOptions } from './sample/make-sample.ts';
export { importFile, type ImportOutcome } from './import/import-file.ts';
export type { PlannedColumn } from './import/planned-columns.ts';
export { abandonImport } from './import/abandon-import.ts';
export { cancelImport } from './import/cancel-import.ts';
export { readJob } from './import/import-job.ts';
export type { ImportCounts, ImportResult, ReportEntry } from './import/import-report.ts';
export type {
  CellFault,
  ColumnHint,
  ExternalIdentity,
  Position,
  SourceCell,
  SourceComment,
  SourceFault,
  SourceFile,
  SourceItem,
  SourcePerson,
  SourceReader,
  SourceRecord,
  SourceRelation,
} from './import/import-source.ts';
export { commentOnPost, type CommentInput } from './portal/comment-on-post.ts';
export { isAddress } from './portal/is-address.ts';
export { enterPortal, type ProvenClaim } from './portal/enter-portal.ts';
export { renewPortalKey } from './portal/renew-portal-key.ts';
export { findPortal, isKnownContact, type FoundPortal } from './portal/find-portal.ts';
export { noPortal, type PortalVisit } from './portal/portal-visit.ts';
export { findOwnPosts, orderPosts, POST_SORTS, type PostOrder, type PostSort } from './portal/order-posts.ts';
export {
  findLeadingPost,
  readPost,
  readPosts,
  type PortalComment,
  type PortalPost,
  type PostPage,
} from './portal/read-posts.ts';
export { STAGES, type Stage } from './portal/stages.ts';
export {
  POST_LIMITS,
  submitPost,
  type FromSite,
  type PostInput,
  type Submitted,
} from './portal/submit-post.ts';
export {
  readChangelog,
  readEntry,
  type ChangelogEntry,
  type ChangelogPage,
} from './portal/read-changelog.ts';
export { leaveChangelog, subscribe } from './portal/subscribe.ts';
export { publishDueEntries } from './release/publish-due-entries.ts';
export { answerSurvey, type SurveyAnswer } from './survey/answer-survey.ts';
export { findSurvey, findInvited, type FoundSurvey } from './survey/find-survey.ts';
export { readSurveyResults, type SurveyResults } from './survey/read-results.ts';
export { runDueSurveys } from './survey/run-due-surveys.ts';
export { sendSurveys, type SurveyLetter } from './survey/send-surveys.ts';
export { sendNotices, type NoticeLetter } from './release/send-notices.ts';
export { voteForPost } from './portal/vote-for-post.ts';
export { previewImport, type ImportPreview } from './import/preview-import.ts';
export { startImport, type ImportProgress, type ImportRequest } from './import/start-import.ts';
export { exportRecords, type ExportFormat, type ExportRequest } from './export/export-records.ts';
export { exportOfView, type ViewToExport } from './export/export-view.ts';
export { listOpenImports, type OpenImport } from './import/list-open-imports.ts';
export { forgetAnswers } from './forget-answers.ts';
