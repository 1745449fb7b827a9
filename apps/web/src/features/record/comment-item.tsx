import { Avatar, Button } from '@throughline/ui';
import { useState } from 'react';
import { useTitles, useWorkspace } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { formatAgo, formatMoment, readMoment } from '../../fields/moment-text.ts';
import { readText } from '../../fields/read-value.ts';
import { locale, t } from '../../messages/area-t.ts';
import { CommentBox } from './comment-box.tsx';
import type { CommentThread } from './comment-list.tsx';
import { CommentText } from './comment-text.tsx';
import { Reactions } from './record-marks.tsx';

export interface CommentItemProps {
  readonly thread: CommentThread;
  readonly bodyOf: (comment: ReplicaRecord) => string;
  readonly mayAnswer: boolean;
}

export function CommentItem({ thread: { comment, answers }, bodyOf, mayAnswer }: CommentItemProps) {
  const [isAnswering, setAnswering] = useState(false);
  return (
    <li className="flex flex-col gap-3">
      <SingleComment
        comment={comment}
        body={bodyOf(comment)}
        onAnswer={mayAnswer ? () => setAnswering(true) : undefined}
      />
      {(answers.length > 0 || isAnswering) && (
        <ul className="ml-3 flex flex-col gap-3 border-l pl-4">
          {answers.map((answer) => (
            <li key={answer.id}>
              <SingleComment comment={answer} body={bodyOf(answer)} onAnswer={undefined} />
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
  readonly onAnswer: (() => void) | undefined;
}

function SingleComment({ comment: { id, values }, body, onAnswer }: SingleCommentProps) {
  const { rights, writer } = useWorkspace();
  const titles = useTitles();
  const [isEditing, setEditing] = useState(false);
  const author =
    readText(values['author']) || titles.titleOf(readText(values['createdBy'])) || t('comment.someone');
  const made = readMoment(values['createdAt']);
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
    <div className="flex gap-2.5">
      <span aria-hidden className="pt-0.5">
        <Avatar name={author} size="medium" />
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex items-baseline gap-2">
          <span className="text-ui font-medium">{author}</span>
          {made && (
            <time
              dateTime={made.toISOString()}
              data-tip={formatMoment(made, locale).long}
              className="text-small text-faint"
            >
              {formatAgo(made, locale)}
            </time>
          )}
        </div>
        <CommentText body={body} />
        <div className="mt-1 flex flex-wrap items-center gap-1">
          <Reactions record={id} space={values['space']} />
          {onAnswer && (
            <Button size="small" variant="quiet" onClick={onAnswer}>
              {t('comment.answer')}
            </Button>
          )}
          {rights.may('update', 'comment', values) && (
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
      </div>
    </div>
  );
}
