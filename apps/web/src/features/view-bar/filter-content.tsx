import { parseConditionText, printExpression } from '@throughline/view';
import { NO_FILTER } from '../../data/saved-view.ts';
import { ExpressionInput } from '../../expression/expression-input.tsx';
import { t } from '../../messages/area-t.ts';
import { ConditionBuilder } from './condition-builder.tsx';
import type { ViewBarProps } from './view-bar-props.ts';

export interface FilterContentProps extends Pick<
  ViewBarProps,
  'schema' | 'shown' | 'lookups' | 'currency' | 'change'
> {
  readonly onDone: () => void;
}

/** One condition in two forms: rows to choose from, and text to type. A change in one shows in the other. */
export function FilterContent({ schema, shown, lookups, currency, change, onDone }: FilterContentProps) {
  const { where } = shown.query;
  const setText = (text: string) => change({ f: text.trim() === '' ? NO_FILTER : text });
  return (
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
          if (shown.filterText === '' || parseConditionText(shown.filterText, schema).ok) onDone();
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
  );
}
