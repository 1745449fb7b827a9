import { Banner, Button } from '@throughline/ui';
import { useAnswer } from '../answers/use-answer.ts';
import { useRecord } from '../data/data-context.ts';
import { SharedContent } from '../features/shared-view/shared-content.tsx';
import type { SharedPage } from '../features/shared-view/shared-data.ts';
import { readText } from '../fields/read-value.ts';
import { OpeningProgress } from '../frame/opening-progress.tsx';
import { t } from '../messages/area-t.ts';
import { useGo } from '../router/router-context.ts';
import { NoRoadmap } from './roadmap-screen.tsx';

export interface EditionScreenProps {
  /** Its id. */
  readonly roadmap: string;
  readonly id: string;
}

/** An audience version as its readers see it: the same answer, drawn the same way. */
export function EditionScreen({ roadmap, id }: EditionScreenProps) {
  const go = useGo();
  const edition = useRecord('edition', id);
  const { body } = useAnswer(edition && `/editions/${id}/preview`);
  if (edition === undefined) return <NoRoadmap />;
  return (
    <>
      <Banner
        tone="info"
        action={
          <Button size="small" onClick={() => go(`/roadmaps/${roadmap}`)}>
            {t('edition.toRoadmap')}
          </Button>
        }
      >
        {t('edition.previewOf', { name: readText(edition['name']) })}
      </Banner>
      {body === undefined ? (
        <OpeningProgress />
      ) : (
        <SharedContent isPreview page={body as unknown as SharedPage} />
      )}
    </>
  );
}
