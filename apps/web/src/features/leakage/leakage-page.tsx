/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */
import { EmptyState, Select } from '@throughline/ui';
import { CircleCheckBig, TriangleAlert } from 'lucide-react';
import { useCallback, useMemo, type ReactNode } from 'react';
import { useFields, useRecords, useTitles, useWorkspace } from '../../data/data-context.ts';
import { AGES, measureLeakage, type Age, type Leak, type LeakageReport } from '../../data/leakage.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { useSession } from '../../data/use-session.ts';
import { formatAgo } from '../../fields/moment-text.ts';
import { formatNumber, minorUnits } from '../../fields/number-text.ts';
import { readMoney } from '../../fields/read-value.ts';
import { AppLink } from '../../frame/app-link.tsx';
import { locale, t } from '../../messages/area-t.ts';
import { useSearchTexts } from '../../router/router-context.ts';
import { waitingHref } from './waiting-href.ts';
import { LeakTable, type LeakRow } from './leak-table.tsx';
import { TrendTable } from './trend-table.tsx';
import { VoiceTables } from './voice-tables.tsx';

const everywhere = '*';

/** What nobody has handled, and how long customers wait for an answer. Each figure opens what it counts. */
export function LeakagePage() {
  const { spaces } = useSession();
  const [texts, change] = useSearchTexts();
  const space = spaces.find(({ key }) => key === texts['space']);
  const feedback = useRecords('feedback', {
    where: useCallback(
      ({ values }: ReplicaRecord) => space === undefined || values['space'] === space.id,
      [space],
    ),
  });
  const report = useReport(feedback);
  return (
    <section
      tabIndex={0}
      aria-label={t('leakage.title')}
      className="min-h-0 flex-1 overflow-y-auto px-6 pb-10 max-md:px-4"
    >
      <div className="mx-auto flex max-w-5xl flex-col gap-8 pt-4">
        <header className="flex flex-wrap items-start gap-3">
          <Summary report={report} space={space?.key} />
          <Select
            label={t('inbox.space')}
            hideLabel
            items={[
              { value: everywhere, label: t('inbox.allSpaces') },
              ...spaces.map(({ key, name }) => ({ value: key, label: name })),
            ]}
            value={space?.key ?? everywhere}
            onChange={(key) => change(key === everywhere ? {} : { space: key }, true)}
          />
        </header>
        {report.all.count === 0 ? (
          <EmptyState
            icon={<CircleCheckBig size={28} strokeWidth={1.5} />}
            title={t('leakage.nothing')}
            text={t('leakage.nothingText')}
          />
        ) : (
          <Parts report={report} space={space?.key} />
        )}
        <Part title={t('leakage.trend')}>
          <TrendTable weeks={report.trend} />
        </Part>
        <VoiceTables feedback={feedback} />
      </div>
    </section>
  );
}

interface PartsProps {
  readonly report: LeakageReport;
  /** Key of a space. */
  readonly space: string | undefined;
}

function Summary({ report, space }: PartsProps) {
  const { currency } = useSession().workspace;
  return (
    <>
      <div className="min-w-0 flex-1">
        <h2 className="text-title font-semibold">{t('leakage.summary', { count: report.all.count })}</h2>
        {report.all.oldest !== null && (
          <p className="text-muted">
            {t('leakage.summaryMore', {
              revenue: formatNumber(report.all.revenue, { style: 'currency', currency }, locale),
              ago: formatAgo(new Date(report.all.oldest), locale),
            })}
          </p>
        )}
      </div>
      {report.late.count > 0 && (
        <AppLink
          href={waitingHref({ space: space, isLate: true })}
          className="flex h-8 items-center gap-1.5 font-medium text-warning hover:underline max-md:h-11"
        >
          <TriangleAlert size={14} aria-hidden />
          {t('leakage.late', { count: report.late.count })}
        </AppLink>
      )}
    </>
  );
}

function Parts({ report, space }: PartsProps) {
  const rows = useRows(space);
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      <Part title={t('leakage.byAge')}>
        <LeakTable rows={rows.ages(report.ages)} label={t('leakage.byAge')} />
      </Part>
      <Part title={t('leakage.byChannel')}>
        <LeakTable rows={rows.channels(report.channels)} label={t('leakage.byChannel')} />
      </Part>
      <Part title={t('leakage.byTeam')}>
        <LeakTable rows={rows.people('team', report.teams)} label={t('leakage.byTeam')} />
      </Part>
      <Part title={t('leakage.byOwner')}>
        <LeakTable rows={rows.people('owner', report.owners)} label={t('leakage.byOwner')} />
      </Part>
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="min-w-0">
      <h3 className="mb-1 font-medium">{title}</h3>
      {children}
    </section>
  );
}

function useReport(feedback: readonly ReplicaRecord[]) {
  const { hub, now } = useWorkspace();
  const companies = useRecords('company');
  return useMemo(() => {
    const revenue = new Map(
      companies.map(({ id, values }) => {
        const money = readMoney(values['revenue']);
        return [id, money === null ? 0 : money.amount / minorUnits(money.currency)] as const;
      }),
    );
    return measureLeakage(feedback, { now: now(), revenueOf: (company) => revenue.get(company) ?? 0 });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the clock is read anew with every change
  }, [hub, companies, feedback]);
}

interface Rows {
  readonly ages: (leaks: readonly Leak[]) => readonly LeakRow[];
  readonly channels: (leaks: ReadonlyMap<string, Leak>) => readonly LeakRow[];
  readonly people: (field: 'team' | 'owner', leaks: ReadonlyMap<string, Leak>) => readonly LeakRow[];
}

/** Names and where each leads. */
function useRows(space: string | undefined): Rows {
  const titles = useTitles();
  const channels = useFields('feedback').find(({ key }) => key === 'channel')?.config.options ?? [];
  return {
    ages: (leaks) =>
      AGES.map((age, at) => ({
        key: String(age.from),
        name: nameOfAge(age),
        leak: leaks[at] ?? { count: 0, revenue: 0, oldest: null },
        href: waitingHref({ space, age }),
      })),
    channels: (leaks) =>
      [...leaks].map(([key, leak]) => ({
        key,
        name: channels.find((option) => option.key === key)?.name ?? t('leakage.nobody'),
        leak,
        href: waitingHref({ space, channel: key }),
      })),
    people: (field, leaks) =>
      [...leaks].map(([key, leak]) => ({
        key,
        name: key === '' ? t('leakage.nobody') : (titles.titleOf(key) ?? key),
        leak,
        href: waitingHref({ space, [field]: key }),
      })),
  };
}

function nameOfAge({ from, to }: Age): string {
  return to === null ? t('leakage.moreDays', { from: from - 1 }) : t('leakage.days', { from, to: to - 1 });
}
