import type { Values } from '@throughline/model';
import { Button } from '@throughline/ui';
import { useState } from 'react';
import { useTitles, useWorkspace } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { readMoment } from '../../fields/moment-text.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { CommentBox } from './comment-box.tsx';
import type { CommentThread } from './comment-list.tsx';
import { CommentText } from './comment-text.tsx';
import { Message, type MessageKind } from './message.tsx';
import { Publicity } from './publicity.tsx';
import { Reactions } from './record-marks.tsx';

export interface CommentItemProps {
  readonly thread: CommentThread;
  readonly bodyOf: (comment: ReplicaRecord) => string;
  readonly mayAnswer: boolean;
  /** Customers speak here too: what is said among colleagues is marked as such. */
  readonly isConversation?: boolean;
}

export function CommentItem(props: CommentItemProps) {
  const { thread, bodyOf, mayAnswer, isConversation = false } = props;
  const { comment, answers } = thread;
  const [isAnswering, setAnswering] = useState(false);
  return (
    <li className="flex flex-col gap-3">
      <SingleComment
        comment={comment}
        body={bodyOf(comment)}
        isConversation={isConversation}
        onAnswer={mayAnswer ? () => setAnswering(true) : undefined}
      />
      {(answers.length > 0 || isAnswering) && (
        <ul className="ml-3 flex flex-col gap-3 border-l pl-4">
          {answers.map((answer) => (
            <li key={answer.id}>
              <SingleComment
                comment={answer}
                body={bodyOf(answer)}
                isConversation={isConversation}
                onAnswer={undefined}
              />
            </li>
          ))}
          {isAnswering && (
            <li>
              <CommentBox
                record={readText(comment.values['record'])}
                parent={comment.id}
                onDone={() => setAnswering(false)}
              />
            </li>
          )}
        </ul>
      )}
    </li>
  );
}

interface SingleCommentProps {
  readonly comment: ReplicaRecord;
  readonly body: string;
  readonly isConversation: boolean;
  readonly onAnswer: (() => void) | undefined;
}

function SingleComment({ comment: { id, values }, body, isConversation, onAnswer }: SingleCommentProps) {
  const { rights, writer } = useWorkspace();
  const author = useAuthor(values);
  const [isEditing, setEditing] = useState(false);
  const kind = kindOf(values);
  if (isEditing) {
    return (
      <CommentBox
        record={readText(values['record'])}
        edited={{ id, body }}
        onDone={() => setEditing(false)}
      />
    );
  }
  return (
    <Message
      author={author}
      at={readMoment(values['createdAt'])}
      kind={kind}
      about={kind === 'note' && !isConversation ? undefined : aboutKind(values)}
    >
      <CommentText body={body} />
      <div className="mt-1 flex flex-wrap items-center gap-1">
        <Publicity id={id} values={values} />
        <Reactions record={id} space={values['space']} />
        {onAnswer && (
          <Button size="small" variant="quiet" onClick={onAnswer}>
            {isConversation ? t('conversation.noteOn') : t('comment.answer')}
          </Button>
        )}
        {rights.may('update', 'comment', values) && kind !== 'customer' && (
          <Button size="small" variant="quiet" onClick={() => setEditing(true)}>
            {t('comment.edit')}
          </Button>
        )}
        {rights.may('archive', 'comment', values) && (
          <Button
            size="small"
            variant="quiet"
            onClick={() =>
              writer.write([{ entity: 'comment', verb: 'archive', id, values: {} }], {
                message: t('comment.deleted'),
              })
            }
          >
            {t('comment.delete')}
          </Button>
        )}
      </div>
    </Message>
  );
}

/** Whoever wrote it where it came from, a customer, or somebody here. */
function useAuthor(values: Values): string {
  const titles = useTitles();
  const known = [values['createdBy'], values['contact']].flatMap(
    (who) => titles.titleOf(readText(who)) ?? [],
  );
  if (readText(values['author']) !== '') return readText(values['author']);
  return known[0] ?? (values['publicity'] === undefined ? t('comment.someone') : t('conversation.stranger'));
}

/** Strangers at a portal have no name, and people here have one. */
function kindOf({ contact, createdBy, author, publicity }: Values): MessageKind {
  if (contact !== undefined) return 'customer';
  if (publicity === undefined) return 'note';
  return createdBy === undefined && author === undefined ? 'customer' : 'answer';
}

function aboutKind(values: Values): string {
  switch (kindOf(values)) {
    case 'customer':
      return values['publicity'] === undefined ? t('conversation.byMail') : t('conversation.onPortal');
    case 'answer':
      return t('conversation.portalAnswer');
    case 'note':
      return t('conversation.note');
  }
}
