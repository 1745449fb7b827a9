import { Button, lazyInPlace, Popover, Skeleton, useShortcuts } from '@throughline/ui';
import { Filter } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../messages/t.ts';
import type { FilterContentProps } from './filter-content.tsx';
import type { ViewBarProps } from './view-bar-props.ts';

const FilterContent = lazyInPlace<FilterContentProps>(
  async () => (await import('./filter-content.tsx')).FilterContent,
  <Skeleton className="h-24 w-152 max-w-full" />,
);

export function FilterPopover({ schema, shown, lookups, currency, change }: ViewBarProps) {
  const [open, setOpen] = useState(false);
  const { where } = shown.query;
  const group = t('list.shortcuts');
  useShortcuts([{ keys: '/', label: t('bar.filter'), group, run: () => setOpen(true) }]);
  return (
    <Popover
      label={t('bar.filter')}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button
          size="small"
          variant="quiet"
          shortcut="/"
          tooltip={t('bar.filter')}
          icon={<Filter size={14} />}
          className={where ? 'text-accent-text!' : ''}
        >
          {where ? t('bar.filterCount', { count: countConditions(where) }) : t('bar.filter')}
        </Button>
      }
    >
      <FilterContent
        schema={schema}
        shown={shown}
        lookups={lookups}
        currency={currency}
        change={change}
        onDone={() => setOpen(false)}
      />
    </Popover>
  );
}

function countConditions(where: NonNullable<ViewBarProps['shown']['query']['where']>): number {
  return where.type === 'and' || where.type === 'or'
    ? where.items.reduce((sum, item) => sum + countConditions(item), 0)
    : 1;
}
