import type { Values } from '@throughline/model';
import { Button, OptionBadge } from '@throughline/ui';
import { Check, X } from 'lucide-react';
import { useAct } from '../../answers/use-act.ts';
import { useFields, useWorkspace } from '../../data/data-context.ts';
import { t } from '../../messages/area-t.ts';

export interface PublicityProps {
  /** The comment's. */
  readonly id: string;
  readonly values: Values;
}

/** How far a comment for the portal has come; who may decides. */
export function Publicity({ id, values }: PublicityProps) {
  const { rights } = useWorkspace();
  const { decide, isBusy } = useCommentVerdict();
  const { publicity } = values;
  const option = useFields('comment')
    .find(({ key }) => key === 'publicity')
    ?.config.options?.find(({ key }) => key === publicity);
  if (option === undefined) return null;
  const mayDecide = rights.may('approve', 'comment', values);
  return (
    <>
      <OptionBadge name={option.name} color={option.color} />
      {mayDecide && publicity !== 'public' && (
        <Button
          size="small"
          icon={<Check size={13} />}
          disabled={isBusy}
          onClick={() => decide(id, 'approve')}
        >
          {t('moderation.approve')}
        </Button>
      )}
      {mayDecide && publicity !== 'refused' && (
        <Button
          size="small"
          variant="quiet"
          icon={<X size={13} />}
          disabled={isBusy}
          onClick={() => decide(id, 'skip')}
        >
          {publicity === 'public' ? t('moderation.takeOff') : t('moderation.refuse')}
        </Button>
      )}
    </>
  );
}

export interface CommentVerdict {
  readonly decide: (comment: string, verb: 'approve' | 'skip') => void;
  readonly isBusy: boolean;
}

export function useCommentVerdict(): CommentVerdict {
  const { act, isBusy } = useAct();
  return {
    isBusy,
    decide: (comment, verb) =>
      void act({
        method: 'POST',
        path: `/comments/${comment}/${verb}`,
        message: verb === 'approve' ? t('moderation.approved') : t('moderation.refused'),
      }),
  };
}
