import { Button, Popover, useShortcuts } from '@throughline/ui';
import { parseConditionText, printExpression } from '@throughline/view';
import { Filter } from 'lucide-react';
import { useState } from 'react';
import { NO_FILTER } from '../../data/saved-view.ts';
import { ExpressionInput } from '../../expression/expression-input.tsx';
import { t } from '../../messages/t.ts';
import { ConditionBuilder } from './condition-builder.tsx';
import type { ViewBarProps } from './view-bar-props.ts';

/** One condition in two forms: rows to choose from, and text to type. A change in one shows in the other. */
export function FilterPopover({ schema, shown, lookups, currency, change }: ViewBarProps) {
  const [open, setOpen] = useState(false);
  const { where } = shown.query;
  const setText = (text: string) => change({ f: text.trim() === '' ? NO_FILTER : text });
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
      <div className="flex w-152 max-w-full flex-col gap-3">
        <ExpressionInput
          label={t('bar.filterText')}
          text={shown.filterText}
          schema={schema}
          problems={shown.filterProblems}
          placeholder={t('bar.filterExample')}
          focusOnMount
          onChange={setText}
          onSubmit={() => {
            if (shown.filterText === '' || parseConditionText(shown.filterText, schema).ok) setOpen(false);
          }}
        />
        <ConditionBuilder
          where={where}
          schema={schema}
          lookups={lookups}
          currency={currency}
          onChange={(next) => setText(next ? printExpression(next, schema) : '')}
        />
      </div>
    </Popover>
  );
}

function countConditions(where: NonNullable<ViewBarProps['shown']['query']['where']>): number {
  return where.type === 'and' || where.type === 'or'
    ? where.items.reduce((sum, item) => sum + countConditions(item), 0)
    : 1;
}
