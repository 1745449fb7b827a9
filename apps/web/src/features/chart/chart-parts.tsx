/** What all kinds of charts are given, and what stands around and instead of them. */
import type { Field } from '@throughline/model';
import type { ChartSettings, Expression, Schema, ViewQuery } from '@throughline/view';
import { Button, EmptyState } from '@throughline/ui';
import { ChartColumn } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ChartModel } from '../../data/chart-model.ts';
import { t } from '../../messages/area-t.ts';

export interface ChartViewProps {
  readonly label: string;
  readonly model: ChartModel;
  readonly schema: Schema;
  readonly query: ViewQuery;
  readonly settings: ChartSettings;
  readonly onSettings: (part: Partial<ChartSettings>) => void;
  readonly format: (field: Field | undefined, value: number) => string;
  readonly titleOf: (id: string) => string;
  readonly onOpenRecord: (id: string) => void;
  /** Shows the records that a condition holds for, beside those of the view. */
  readonly onOpen: (condition: Expression | undefined) => void;
  readonly onAddField: (() => void) | undefined;
}

export interface KindProps extends ChartViewProps {
  readonly version: number;
}

export function ChartTitle({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-4 pt-3 text-small text-muted">
      <h2 className="text-ui font-medium text-ink">{title}</h2>
      {children}
    </div>
  );
}

export function NoNumber({ onAddField, onSettings }: ChartViewProps) {
  return (
    <Nothing
      title={t('chart.noNumberTitle')}
      text={t('chart.noNumberText')}
      action={
        onAddField ? (
          <Button onClick={onAddField}>{t('chart.addField')}</Button>
        ) : (
          <Button onClick={() => onSettings({ kind: 'bar' })}>{t('chart.showBars')}</Button>
        )
      }
    />
  );
}

interface NothingProps {
  readonly title: string;
  readonly text: string;
  readonly action?: ReactNode;
}

export function Nothing(props: NothingProps) {
  return <EmptyState icon={<ChartColumn size={28} strokeWidth={1.5} />} {...props} />;
}
