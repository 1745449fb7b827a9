/* oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role -- what scrolls must be reachable by keyboard; rows of a virtual table are placed, which table elements cannot be */
import { useVirtualizer } from '@tanstack/react-virtual';
import { Button, EmptyState, OptionBadge, Select, TextField } from '@throughline/ui';
import { Building2, Search } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useFields, useRecords } from '../../data/data-context.ts';
import { formatMoney } from '../../fields/number-text.ts';
import { AppLink } from '../../frame/app-link.tsx';
import { locale, t } from '../../messages/area-t.ts';
import { SameDialog, useSame } from './same-dialog.tsx';
import { companyRows, companySorts, type CompanyRow, type CompanySort } from './company-rows.ts';

/** Customers, with what they said and what they pay. */
export function CompaniesPage() {
  const companies = useRecords('company');
  const insights = useRecords('insight');
  const [query, setQuery] = useState('');
  const [sort, setSort] = useState<CompanySort>('revenue');
  const same = useSame();
  const [isSameOpen, setSameOpen] = useState(false);
  const rows = useMemo(
    () => companyRows(companies, insights, { query, sort }),
    [companies, insights, query, sort],
  );
  if (companies.length === 0)
    return (
      <EmptyState
        icon={<Building2 size={28} strokeWidth={1.5} />}
        title={t('company.none')}
        text={t('company.noneText')}
      />
    );
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex shrink-0 items-center gap-3 border-b px-4 py-2">
        <div className="w-64 max-sm:min-w-0 max-sm:flex-1">
          <TextField
            label={t('company.find')}
            hideLabel
            placeholder={t('company.find')}
            icon={<Search size={14} />}
            value={query}
            onChange={setQuery}
          />
        </div>
        <Select
          label={t('company.sort')}
          hideLabel
          items={companySorts.map((value) => ({ value, label: t(`company.sort.${value}`) }))}
          value={sort}
          onChange={setSort}
        />
        {same.length > 0 && (
          <Button size="small" onClick={() => setSameOpen(true)}>
            {t('same.open', { count: same.length })}
          </Button>
        )}
        <span className="figures ml-auto text-muted max-sm:hidden">
          {t('company.count', { count: rows.length })}
        </span>
      </div>
      <CompanyTable rows={rows} />
      <SameDialog found={same} open={isSameOpen} onOpenChange={setSameOpen} />
    </div>
  );
}

const columns =
  'grid grid-cols-[minmax(12rem,1fr)_9rem_8rem_7rem_7rem] items-center max-md:grid-cols-[1fr_auto] max-md:gap-x-3';

function CompanyTable({ rows }: { readonly rows: readonly CompanyRow[] }) {
  const box = useRef<HTMLDivElement>(null);
  const segments = useFields('company').find(({ key }) => key === 'segment')?.config.options ?? [];
  // oxlint-disable-next-line react/incompatible-library -- the React compiler, which the rule warns for, is not used
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => 40,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 12,
  });
  return (
    <section
      ref={box}
      tabIndex={0}
      aria-label={t('nav.companies')}
      className="min-h-0 flex-1 overflow-auto px-4"
    >
      <div role="table" aria-label={t('nav.companies')} aria-rowcount={rows.length + 1}>
        <div
          role="row"
          className={`${columns} sticky top-0 z-10 h-9 border-b bg-canvas text-small font-medium text-muted max-md:hidden`}
        >
          <span role="columnheader">{t('inbox.company')}</span>
          <span role="columnheader">{t('company.segment')}</span>
          <span role="columnheader" className="text-right">
            {t('company.revenue')}
          </span>
          <span role="columnheader" className="text-right">
            {t('nav.feedback')}
          </span>
          <span role="columnheader" className="text-right">
            {t('company.insights')}
          </span>
        </div>
        <div role="rowgroup" className="relative" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start, key }) => {
            const row = rows[index];
            const segment = segments.find((option) => option.key === row?.segment);
            return (
              row && (
                <div
                  key={key}
                  role="row"
                  aria-rowindex={index + 2}
                  className={`${columns} absolute inset-x-0 top-0 h-10 border-b`}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <span role="cell" className="min-w-0 truncate">
                    <AppLink href={`/companies/${row.id}`} className="font-medium hover:underline">
                      {row.name}
                    </AppLink>
                  </span>
                  <span role="cell" className="max-md:hidden">
                    {segment && <OptionBadge name={segment.name} color={segment.color} />}
                  </span>
                  <span role="cell" className="figures text-right">
                    {row.revenue && formatMoney(row.revenue.amount, row.revenue.currency, locale)}
                  </span>
                  <span role="cell" className="figures text-right max-md:hidden">
                    {row.feedback}
                  </span>
                  <span role="cell" className="figures text-right max-md:hidden">
                    {row.insights}
                  </span>
                </div>
              )
            );
          })}
        </div>
      </div>
    </section>
  );
}
