import { Button, IconButton, Select } from '@throughline/ui';
import { ArrowDownWideNarrow, ArrowUpNarrowWide, ChartNoAxesColumn, X } from 'lucide-react';
import { useFields, useRecord, useRecords } from '../../data/data-context.ts';
import { useSession } from '../../data/use-session.ts';
import { AppLink } from '../../frame/app-link.tsx';
import { formatAgo, readMoment } from '../../fields/moment-text.ts';
import { readText } from '../../fields/read-value.ts';
import { locale, t } from '../../messages/area-t.ts';
import { inboxTabs, type InboxSearch, type InboxTab } from './inbox-search.ts';
import type { InboxRows } from './use-inbox-rows.ts';

export interface InboxHeaderProps {
  readonly rows: InboxRows;
  readonly search: InboxSearch;
  readonly onChange: (part: Partial<InboxSearch>) => void;
}

const everywhere = '*';

export function InboxHeader({ rows, search, onChange }: InboxHeaderProps) {
  const { spaces } = useSession();
  const { space, state = 'new', order } = search;
  const OrderIcon = order === 'oldest' ? ArrowUpNarrowWide : ArrowDownWideNarrow;
  return (
    <div className="flex shrink-0 items-center gap-x-3 gap-y-1 border-b px-3 max-lg:flex-wrap max-lg:py-1">
      <StateTabs
        counts={rows.counts}
        toApprove={rows.toApprove}
        snoozed={rows.snoozed}
        current={state}
        onChange={(tab) => onChange({ state: tab === 'new' ? undefined : tab, item: undefined })}
      />
      {search.only !== undefined && (
        <OnlyNote condition={search.only} onShowAll={() => onChange({ only: undefined, item: undefined })} />
      )}
      <div className="flex min-w-0 flex-1 items-center justify-end gap-2">
        <Waiting
          rows={rows}
          onShowOldest={() => onChange({ state: undefined, order: 'oldest', item: undefined })}
        />
        <Button
          variant="quiet"
          size="small"
          icon={<OrderIcon size={14} />}
          onClick={() => onChange({ order: order === 'oldest' ? undefined : 'oldest', item: undefined })}
        >
          {order === 'oldest' ? t('inbox.oldestFirst') : t('inbox.newestFirst')}
        </Button>
        <AppLink
          href="/feedback/leakage"
          aria-label={t('leakage.title')}
          data-tip={t('leakage.title')}
          className="flex size-8 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-ink max-md:size-11"
        >
          <ChartNoAxesColumn size={15} aria-hidden />
        </AppLink>
        <WhoseSelect whose={search.whose} onChange={(whose) => onChange({ whose, item: undefined })} />
        <Select
          label={t('inbox.space')}
          hideLabel
          size="small"
          items={[
            { value: everywhere, label: t('inbox.allSpaces') },
            ...spaces.map(({ key, name }) => ({ value: key, label: name })),
          ]}
          value={space ?? everywhere}
          onChange={(key) => onChange({ space: key === everywhere ? undefined : key, item: undefined })}
        />
      </div>
    </div>
  );
}

interface OnlyNoteProps {
  readonly condition: string;
  readonly onShowAll: () => void;
}

/** What the list is confined to, where an address says so. */
function OnlyNote({ condition, onShowAll }: OnlyNoteProps) {
  return (
    <span className="flex min-w-0 items-center gap-1 rounded-md bg-sunken pl-2 text-small">
      <span className="max-w-80 truncate" data-tip={condition}>
        {t('inbox.only', { condition })}
      </span>
      <IconButton size="small" label={t('inbox.showAll')} icon={<X size={13} />} onClick={onShowAll} />
    </span>
  );
}

interface WhoseSelectProps {
  readonly whose: string | undefined;
  readonly onChange: (whose: string | undefined) => void;
}

/** Whose feedback is shown: of everybody, one's own, what nobody was given, or a team's. */
function WhoseSelect({ whose, onChange }: WhoseSelectProps) {
  const teams = useRecords('team');
  return (
    <Select
      label={t('inbox.whose')}
      hideLabel
      size="small"
      items={[
        { value: everywhere, label: t('inbox.everybodys') },
        { value: 'me', label: t('inbox.mine') },
        { value: 'none', label: t('inbox.nobodys') },
        ...teams.map(({ id, values }) => ({ value: id, label: readText(values['name']) })),
      ]}
      value={whose ?? everywhere}
      onChange={(chosen) => onChange(chosen === everywhere ? undefined : chosen)}
    />
  );
}

interface StateTabsProps {
  readonly counts: InboxRows['counts'];
  readonly toApprove: number;
  readonly snoozed: number;
  readonly current: InboxTab;
  readonly onChange: (tab: InboxTab) => void;
}

function StateTabs({ counts, toApprove, snoozed, current, onChange }: StateTabsProps) {
  const options = useFields('feedback').find(({ key }) => key === 'state')?.config.options ?? [];
  const countOf = (tab: InboxTab): number => {
    if (tab === 'waiting') return toApprove;
    if (tab === 'snoozed') return snoozed;
    return tab === 'all'
      ? Object.values(counts).reduce((sum, count) => sum + count, snoozed)
      : (counts[tab] ?? 0);
  };
  const nameOf = (tab: InboxTab): string => {
    if (tab === 'waiting') return t('inbox.toApprove');
    if (tab === 'snoozed') return t('inbox.snoozed');
    return tab === 'all' ? t('inbox.all') : (options.find(({ key }) => key === tab)?.name ?? tab);
  };
  const isOffered = (tab: InboxTab): boolean =>
    (tab !== 'waiting' && tab !== 'snoozed') || countOf(tab) > 0 || current === tab;
  return (
    <fieldset
      aria-label={t('inbox.states')}
      className="-mb-px flex max-w-full min-w-0 items-center gap-0.5 overflow-x-auto [scrollbar-width:none]"
    >
      {inboxTabs.filter(isOffered).map((tab) => (
        <button
          key={tab}
          type="button"
          aria-pressed={tab === current}
          onClick={() => onChange(tab)}
          className={`flex h-9 shrink-0 items-center gap-1.5 border-b-2 px-2 whitespace-nowrap focus-visible:-outline-offset-2 max-md:h-11 ${tab === current ? 'border-accent-line font-medium text-ink' : 'border-transparent text-muted hover:text-ink'}`}
        >
          {nameOf(tab)}
          <span className="figures text-small text-muted">{countOf(tab).toLocaleString(locale)}</span>
        </button>
      ))}
    </fieldset>
  );
}

/** How long the first in the queue waits; it opens the queue from that end. */
function Waiting({ rows, onShowOldest }: { readonly rows: InboxRows; readonly onShowOldest: () => void }) {
  const oldest = useRecord('feedback', rows.oldest);
  const since = readMoment(oldest?.['receivedAt'] ?? oldest?.['createdAt']);
  if (since === undefined) return null;
  return (
    <button
      type="button"
      onClick={onShowOldest}
      className="truncate rounded-sm text-small text-muted hover:text-ink hover:underline max-sm:hidden"
    >
      {t('inbox.oldestWaits', { ago: formatAgo(since, locale) })}
    </button>
  );
}
