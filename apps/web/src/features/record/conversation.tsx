import type { Values } from '@throughline/model';
import { useShortcuts } from '@throughline/ui';
import { useMemo, useRef, type RefObject } from 'react';
import { useRecord, useRelated, useTitles, useWorkspace } from '../../data/data-context.ts';
import { groupBy } from '../../data/group-by.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { useBodies } from '../../data/use-bodies.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { CommentItem } from './comment-item.tsx';
import { toThreads, type CommentListProps, type CommentThread } from './comment-list.tsx';
import { Composer, type ComposerHandle } from './composer.tsx';
import { useCommentVerdict } from './publicity.tsx';
import { SentAnswer } from './sent-answer.tsx';

export interface ConversationProps extends CommentListProps {
  /** R and N write, P and X decide what customers see: where nothing else has these keys. */
  readonly hasKeys?: boolean;
}

type Turn =
  | { readonly at: string; readonly thread: CommentThread }
  | { readonly at: string; readonly answer: ReplicaRecord }
  | { readonly at: string; readonly subject: string; readonly count: number };

/** What the customer and the team wrote to each other about a piece of feedback, and the team's own notes. */
export function Conversation({ record, space, hasKeys = false }: ConversationProps) {
  const { rights } = useWorkspace();
  const feedback = useRecord('feedback', record) ?? {};
  const comments = useRelated('comment', 'record', record);
  const answers = useRelated('answer', 'feedback', record);
  const contact = readText(feedback['contact']);
  const told = useMemo(() => answers.filter(isTold), [answers]);
  const bodyOf = useBodies({
    entity: 'comment',
    via: 'record',
    on: record,
    field: 'body',
    records: comments,
  });
  const answerOf = useBodies({ entity: 'answer', via: 'feedback', on: record, field: 'body', records: told });
  const turns = useMemo(() => inTurn({ comments, told, contact }), [comments, told, contact]);
  const composer = useRef<ComposerHandle>(null);
  const mayNote = rights.may('create', 'comment', typeof space === 'string' ? { space } : {});
  return (
    <section aria-label={t('conversation.heading')} className="flex flex-col gap-4 border-t pt-4">
      <h3 className="text-ui font-semibold">
        {t('conversation.heading')} <span className="figures font-normal text-faint">{turns.length}</span>
      </h3>
      {turns.length > 0 && (
        <ul className="flex flex-col gap-4">
          {turns.map((turn) => {
            if ('answer' in turn)
              return <SentAnswer key={turn.answer.id} answer={turn.answer} body={answerOf(turn.answer)} />;
            if ('subject' in turn) return <ToldToo key={turn.subject} {...turn} />;
            return (
              <CommentItem
                key={turn.thread.comment.id}
                thread={turn.thread}
                bodyOf={bodyOf}
                mayAnswer={mayNote}
                isConversation
              />
            );
          })}
        </ul>
      )}
      <Composer handle={composer} id={record} values={feedback} hasKeys={hasKeys} />
      {hasKeys && <ConversationKeys composer={composer} feedback={feedback} comments={comments} />}
    </section>
  );
}

/** Drafts belong to their idea until somebody approves them. */
function isTold({ values }: ReplicaRecord): boolean {
  return values['state'] !== 'draft' && values['state'] !== 'skipped';
}

interface Said {
  readonly comments: readonly ReplicaRecord[];
  readonly told: readonly ReplicaRecord[];
  readonly contact: string;
}

/** What went to those who voted for it is one line: nothing was said between them and us. */
function inTurn({ comments, told, contact }: Said): readonly Turn[] {
  const isOwn = ({ values }: ReplicaRecord) => readText(values['contact']) === contact;
  const others = groupBy(
    told.filter((answer) => !isOwn(answer) && answer.values['state'] === 'sent'),
    ({ values }) => readText(values['subject']),
  );
  const turns: readonly Turn[] = [
    ...toThreads(comments).map((thread) => ({ at: madeAt(thread.comment.values), thread })),
    ...told.filter(isOwn).map((answer) => ({ at: sentAt(answer.values), answer })),
    ...[...others].map(([subject, all]) => ({
      at: all.map(({ values }) => sentAt(values)).toSorted()[0] ?? '',
      subject,
      count: all.length,
    })),
  ];
  return turns.toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}

function sentAt(values: Values): string {
  return readText(values['sentAt']) || madeAt(values);
}

function madeAt(values: Values): string {
  return readText(values['createdAt']);
}

function ToldToo({ subject, count }: { readonly subject: string; readonly count: number }) {
  return (
    <li className="figures text-small wrap-anywhere text-muted">
      {t('conversation.toldToo', { count, subject })}
    </li>
  );
}

interface ConversationKeysProps {
  readonly composer: RefObject<ComposerHandle | null>;
  readonly feedback: Values;
  readonly comments: readonly ReplicaRecord[];
}

function ConversationKeys({ composer, feedback, comments }: ConversationKeysProps) {
  const { rights } = useWorkspace();
  const titles = useTitles();
  const { decide } = useCommentVerdict();
  const group = t('inbox.shortcuts');
  const waiting =
    feedback['publicity'] === 'waiting'
      ? undefined
      : comments.find(
          ({ values }) => values['publicity'] === 'waiting' && rights.may('approve', 'comment', values),
        );
  const isMeant = () => waiting !== undefined;
  const name = titles.titleOf(readText(feedback['contact'])) ?? t('conversation.customer');
  useShortcuts([
    {
      keys: 'r',
      label: t('conversation.replyTo', { name }),
      group,
      run: () => composer.current?.open('reply'),
    },
    { keys: 'n', label: t('conversation.writeNote'), group, run: () => composer.current?.open('note') },
    {
      keys: 'p',
      label: t('moderation.approveComment'),
      group,
      isMeant,
      run: () => waiting && decide(waiting.id, 'approve'),
    },
    {
      keys: 'x',
      label: t('moderation.refuseComment'),
      group,
      isMeant,
      run: () => waiting && decide(waiting.id, 'skip'),
    },
  ]);
  return null;
}
