/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */
import { EmptyState, Segmented, Select } from '@throughline/ui';
import { UsersRound } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { useRecords, useWorkspace } from '../../data/data-context.ts';
import { tabulateDemand, type DemandCell, type DemandMeasure } from '../../data/demand.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { readText } from '../../fields/read-value.ts';
import { useKeptSetting } from '../../frame/kept-setting.ts';
import { t } from '../../messages/area-t.ts';
import { DemandDialog } from './demand-dialog.tsx';
import { DemandGrid } from './demand-grid.tsx';
import { useSegments } from './use-segments.ts';

export interface DemandPlace {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

export interface OpenCell {
  /** Undefined for the sums of all ideas. */
  readonly idea: string | undefined;
  readonly segment: string;
  readonly cell: DemandCell;
}

const measures = ['revenue', 'companies', 'insights'] as const satisfies readonly DemandMeasure[];

/** Who stands behind the ideas of a space, by segment; each figure opens what it is made of. */
export function DemandPage({ place }: { readonly place: DemandPlace }) {
  const [measure, setMeasure] = useKeptSetting<DemandMeasure>('demand.measure', 'revenue', isMeasure);
  const [by, setBy] = useKeptSetting('demand.by', 'segment', isText);
  const { fields, reader, nameOf } = useSegments(by);
  const { hub } = useWorkspace();
  const insights = useRecords('insight', {
    where: useCallback(({ values }: ReplicaRecord) => values['space'] === place.id, [place.id]),
  });
  const table = useMemo(() => tabulateDemand(insights, reader, measure), [insights, reader, measure]);
  const [open, setOpen] = useState<OpenCell>();
  if (table.rows.length === 0)
    return (
      <EmptyState
        icon={<UsersRound size={28} strokeWidth={1.5} />}
        title={t('demand.empty')}
        text={t('demand.emptyText')}
      />
    );
  const ideaHref = (idea: string): string =>
    `/s/${place.key}?open=${readText(hub.get('idea', idea)?.['key'])}`;
  const segmentName = (segment: string): string => (segment === '' ? t('demand.none') : nameOf(segment));
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-b px-4 py-2">
        <Segmented
          label={t('demand.measure')}
          items={measures.map((id) => ({ id, label: t(`demand.${id}`) }))}
          value={measure}
          onChange={setMeasure}
        />
        <Select
          label={t('demand.by')}
          hideLabel
          items={fields.map(({ id, name }) => ({ value: id, label: name }))}
          value={fields.some(({ id }) => id === by) ? by : (fields[0]?.id ?? '')}
          onChange={setBy}
        />
        <p className="text-small text-muted max-sm:hidden">{t('demand.once')}</p>
      </div>
      <section
        tabIndex={0}
        aria-label={t('demand.of', { space: place.name })}
        className="min-h-0 flex-1 overflow-auto px-4 pb-6"
      >
        <DemandGrid
          table={table}
          measure={measure}
          nameOf={segmentName}
          ideaHref={ideaHref}
          onOpen={setOpen}
        />
      </section>
      <DemandDialog place={place} open={open} nameOf={segmentName} onClose={() => setOpen(undefined)} />
    </div>
  );
}

function isMeasure(value: unknown): value is DemandMeasure {
  return measures.some((each) => each === value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
