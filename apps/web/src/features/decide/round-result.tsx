import type { Json } from '@throughline/base';
import { useTitles } from '../../data/data-context.ts';
import { t } from '../../messages/area-t.ts';
import { parseRoundResult, type RoundItem } from './parse-round-result.ts';

/** What came out of a round: totals, how votes were spread, and what people said with them. */
export function RoundResult({ result }: { readonly result: Json | undefined }) {
  const { voters, items } = parseRoundResult(result);
  const most = Math.max(1, ...items.map(({ total }) => total));
  return (
    <section aria-label={t('decide.roundResult')} className="flex flex-col gap-2">
      <h2 className="text-body font-semibold">{t('decide.roundResult')}</h2>
      <p className="text-small text-muted">
        {items.length === 0 ? t('decide.noVotes') : t('decide.voters', { count: voters })}
      </p>
      <ol className="border-t">
        {items.map((item) => (
          <ResultLine key={item.record} item={item} most={most} />
        ))}
      </ol>
    </section>
  );
}

function ResultLine({ item, most }: { readonly item: RoundItem; readonly most: number }) {
  const { titleOf } = useTitles();
  const { record, total, spread, notes } = item;
  return (
    <li className="flex flex-col gap-1 border-b py-2">
      <div className="flex items-baseline gap-3 text-ui">
        <span className="min-w-0 flex-1 font-medium">{titleOf(record) ?? record}</span>
        <span className="shrink-0 tabular-nums">{t('decide.total', { count: total })}</span>
      </div>
      <div aria-hidden className="h-1 rounded-full bg-hover">
        <div className="h-1 rounded-full bg-accent-line" style={{ width: `${(total / most) * 100}%` }} />
      </div>
      <p className="text-small text-muted">
        {spread.map(({ points, people }) => t('decide.gave', { count: people, points })).join(' · ')}
      </p>
      {notes.map(({ text, person }) => (
        <p key={`${person ?? ''} ${text}`} className="text-small">
          “{text}”{person !== undefined && <span className="text-muted"> – {titleOf(person)}</span>}
        </p>
      ))}
    </li>
  );
}
