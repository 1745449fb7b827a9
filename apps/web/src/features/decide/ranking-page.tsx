import type { Values } from '@throughline/model';
import { Button, EmptyState } from '@throughline/ui';
import { useRecord, useWorkspace } from '../../data/data-context.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { ComparePair } from './compare-pair.tsx';
import { decisionHref, type DecisionPlace } from './decision-place.ts';
import { PageFrame } from './page-frame.tsx';
import { RankingResult } from './ranking-result.tsx';
import { useRanking } from './use-ranking.ts';

export interface RankingPageProps {
  readonly id: string;
  readonly space: DecisionPlace;
}

export function RankingPage({ id, space }: RankingPageProps) {
  const values = useRecord('ranking', id);
  if (values === undefined)
    return <EmptyState title={t('decide.notFound')} text={t('decide.notFoundText')} />;
  return <OpenedRanking id={id} space={space} values={values} />;
}

function OpenedRanking({ id, space, values }: RankingPageProps & { readonly values: Values }) {
  const { rights, writer } = useWorkspace();
  const ranking = useRanking(id, values);
  const isClosed = values['closedAt'] !== undefined;
  const title = readText(values['title']);
  const mayCompare = !isClosed && rights.may('create', 'comparison', { space: space.id });
  const close = () =>
    writer.write(
      [
        {
          entity: 'ranking',
          verb: 'update',
          id,
          values: { closedAt: isClosed ? null : new Date().toISOString() },
        },
      ],
      { message: t(isClosed ? 'decide.reopened' : 'decide.closedNow', { title }) },
    );
  return (
    <PageFrame
      title={title}
      text={t(isClosed ? 'decide.closed' : 'decide.compareText')}
      back={{ href: decisionHref(space), name: t('decide.open') }}
      actions={
        rights.may('update', 'ranking', values) && (
          <Button onClick={close}>{t(isClosed ? 'decide.reopen' : 'decide.close')}</Button>
        )
      }
    >
      {mayCompare && <ComparePair ranking={ranking} />}
      <RankingResult ranking={ranking} space={space.id} title={title} />
    </PageFrame>
  );
}
