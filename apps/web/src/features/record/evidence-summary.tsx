import { OptionBadge } from '@throughline/ui';
import { useFields, useRecords, useWorkspace } from '../../data/data-context.ts';
import { tabulateDemand } from '../../data/demand.ts';
import { countByMonth } from '../../data/evidence-months.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { useSession } from '../../data/use-session.ts';
import { formatNumber, minorUnits } from '../../fields/number-text.ts';
import { readMoney, readText } from '../../fields/read-value.ts';
import { Sparkline } from '../../fields/sparkline.tsx';
import { locale, t } from '../../messages/area-t.ts';

const MONTHS = 12;

/** Who stands behind an idea, each company once: how many, what they pay, of which segments, and when they spoke. */
export function EvidenceSummary({ insights }: { readonly insights: readonly ReplicaRecord[] }) {
  const { hub, now } = useWorkspace();
  const { currency } = useSession().workspace;
  useRecords('company');
  const options = useFields('company').find(({ key }) => key === 'segment')?.config.options ?? [];
  const table = tabulateDemand(
    insights,
    {
      segments: options.map(({ key }) => key),
      segmentOf: (id) => readText(hub.get('company', id)?.['segment']),
      revenueOf: (id) => {
        const money = readMoney(hub.get('company', id)?.['revenue']);
        return money === null ? 0 : money.amount / minorUnits(money.currency);
      },
    },
    'revenue',
  );
  const moneyText = (amount: number): string => formatNumber(amount, { style: 'currency', currency }, locale);
  const months = countByMonth(insights, hub, { now: now(), months: MONTHS });
  const { companies, contacts, revenue } = table.total;
  const segments = options.flatMap((option) => {
    const cell = table.totals.get(option.key);
    return cell === undefined || cell.companies.length === 0 ? [] : [{ option, cell }];
  });
  return (
    <div className="flex flex-wrap items-end justify-between gap-3">
      <div className="flex min-w-0 flex-col gap-1.5">
        <p className="figures text-ui">
          {t('insight.behind', { count: companies.length, revenue: moneyText(revenue) })}
          {contacts > 0 && (
            <span className="text-muted"> · {t('insight.contacts', { count: contacts })}</span>
          )}
        </p>
        {segments.length > 0 && (
          <ul aria-label={t('insight.segments')} className="flex flex-wrap gap-x-4 gap-y-1">
            {segments.map(({ option, cell }) => (
              <li key={option.key} className="figures flex items-center gap-1.5 text-small text-muted">
                <OptionBadge name={option.name} color={option.color} />
                {cell.companies.length} · {moneyText(cell.revenue)}
              </li>
            ))}
          </ul>
        )}
      </div>
      <Sparkline counts={months} label={t('insight.months', { counts: months.join(', ') })} />
    </div>
  );
}
