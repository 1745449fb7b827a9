import { Button, ProgressBar, Select } from '@throughline/ui';
import { useState } from 'react';
import { useFields, useWorkspace } from '../../data/data-context.ts';
import { t } from '../../messages/area-t.ts';
import { asPercent } from './as-percent.ts';
import { placeWrites } from './place-writes.ts';
import type { RankingNow } from './use-ranking.ts';

export interface RankingResultProps {
  readonly ranking: RankingNow;
  readonly space: string;
  readonly title: string;
}

/** The order behind the answers, and how sure each place is. */
export function RankingResult({ ranking, space, title }: RankingResultProps) {
  const { titles } = useWorkspace();
  const { records, order, answers } = ranking;
  return (
    <section aria-label={t('decide.order')} className="flex flex-col gap-3">
      <h2 className="text-body font-semibold">{t('decide.order')}</h2>
      <ProgressBar
        label={t('decide.certainty')}
        share={(order.certainty - 0.5) * 2}
        figure={asPercent(order.certainty)}
        tone={order.isSettled ? 'success' : 'accent'}
      />
      <p className="text-small text-muted" aria-live="polite">
        {t('decide.comparisons', { count: answers.length })}
        {'. '}
        {t(order.isSettled ? 'decide.settled' : 'decide.unsettled')}
      </p>
      <ol className="border-t">
        {order.items.map(({ item, aboveNext }, at) => (
          <li key={records[item]} className="flex items-baseline gap-3 border-b px-1 py-2 text-ui">
            <span className="w-6 shrink-0 text-right text-muted tabular-nums">{at + 1}</span>
            <span className="min-w-0 flex-1">{titles.titleOf(records[item] ?? '')}</span>
            {aboveNext !== null && (
              <span className="shrink-0 text-small text-muted tabular-nums">
                {t('decide.aboveNext', { share: asPercent(aboveNext) })}
              </span>
            )}
          </li>
        ))}
      </ol>
      <WriteOrder ranking={ranking} space={space} title={title} />
    </section>
  );
}

function WriteOrder({ ranking, space, title }: RankingResultProps) {
  const data = useWorkspace();
  const numbers = useFields('idea', space).filter(({ type, readOnly }) => type === 'number' && !readOnly);
  const [field, setField] = useState('rank');
  const ids = ranking.order.items.flatMap(({ item }) => ranking.records[item] ?? []);
  if (!data.rights.may('create', 'ranking', { space })) return null;
  return (
    <div className="flex flex-wrap items-end gap-2">
      <div className="w-56">
        <Select
          label={t('decide.writeInto')}
          items={[
            { value: 'rank', label: t('decide.byHand') },
            ...numbers.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={field}
          onChange={setField}
        />
      </div>
      <Button
        disabled={ranking.answers.length === 0}
        onClick={() =>
          data.writer.write(placeWrites(data, ids, field), {
            message: t('decide.written', { count: ids.length, title }),
          })
        }
      >
        {t('decide.write')}
      </Button>
    </div>
  );
}
