import { useMemo } from 'react';
import { useRelated, useWorkspace } from '../../data/data-context.ts';
import { useBodies } from '../../data/use-bodies.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { groupBy } from '../../data/group-by.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { CommentBox } from './comment-box.tsx';
import { CommentItem } from './comment-item.tsx';

export interface CommentListProps {
  readonly record: string;
  readonly space: unknown;
}

/** What people say about the record, in threads: answers hang below what they answer. */
export function CommentList({ record, space }: CommentListProps) {
  const { rights } = useWorkspace();
  const comments = useRelated('comment', 'record', record);
  const bodyOf = useBodies({
    entity: 'comment',
    via: 'record',
    on: record,
    field: 'body',
    records: comments,
  });
  const threads = useMemo(() => toThreads(comments), [comments]);
  const mayComment = rights.may('create', 'comment', typeof space === 'string' ? { space } : {});
  return (
    <section aria-label={t('comment.heading')} className="flex flex-col gap-3 border-t pt-4">
      <h3 className="text-ui font-semibold">
        {t('comment.heading')} <span className="figures font-normal text-faint">{comments.length}</span>
      </h3>
      <ul className="flex flex-col gap-4">
        {threads.map((thread) => (
          <CommentItem key={thread.comment.id} thread={thread} bodyOf={bodyOf} mayAnswer={mayComment} />
        ))}
      </ul>
      {mayComment && <CommentBox record={record} />}
    </section>
  );
}

export interface CommentThread {
  readonly comment: ReplicaRecord;
  readonly answers: readonly ReplicaRecord[];
}

/** Oldest first; an answer to an answer stands in the same thread. */
export function toThreads(comments: readonly ReplicaRecord[]): readonly CommentThread[] {
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const rootOf = (comment: ReplicaRecord): ReplicaRecord => {
    const parent = byId.get(readText(comment.values['parent']));
    return parent === undefined || parent === comment ? comment : rootOf(parent);
  };
  const threads = groupBy(comments, rootOf);
  return [...threads].map(([comment, all]) => ({ comment, answers: all.filter((each) => each !== comment) }));
}
