import { Banner, Button } from '@throughline/ui';
import { useRelated, useWorkspace } from '../../data/data-context.ts';
import { t } from '../../messages/area-t.ts';

export interface AnswersBannerProps {
  readonly idea: string;
  readonly onOpen: () => void;
}

/** People who asked for the idea do not know yet what became of it. */
export function AnswersBanner({ idea, onOpen }: AnswersBannerProps) {
  const { rights } = useWorkspace();
  const answers = useRelated('answer', 'idea', idea);
  const waiting = answers.filter(
    ({ values }) => values['state'] === 'draft' && rights.may('approve', 'answer', values),
  );
  if (waiting.length === 0) return null;
  return (
    <div className="overflow-hidden rounded-md">
      <Banner
        tone="info"
        action={
          <Button size="small" onClick={onOpen}>
            {t('answer.see')}
          </Button>
        }
      >
        {t('answer.tellThem', { count: waiting.length })}
      </Banner>
    </div>
  );
}
