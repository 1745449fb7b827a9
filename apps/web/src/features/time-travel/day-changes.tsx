import { must } from '@throughline/base';
import { DatePicker, EmptyState, ProgressBar } from '@throughline/ui';
import { History } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { compareDays, type Compared, type RecordMove } from '../../data/compare-days.ts';
import { makeScoreAttribution } from '../../data/score-attribution.ts';
import type { WorkspaceData } from '../../data/workspace-data.ts';
import { readText } from '../../fields/read-value.ts';
import { locale, t } from '../../messages/area-t.ts';
import { MoveItem } from './move-item.tsx';
import { useDayStory } from './use-day-story.ts';
import { usePast } from './use-past.ts';

export interface DayChangesProps {
  readonly live: WorkspaceData;
  readonly compared: Compared;
  readonly viewName: string;
  /** `YYYY-MM-DD` */
  readonly from: string;
  /** Today when left out. */
  readonly to: string | undefined;
  readonly onChange: (days: { readonly from: string; readonly to: string | undefined }) => void;
  readonly onOpen: (id: string) => void;
}

/** Two days of a view beside each other: what came into it, what went, what changed, who did it and why. */
export function DayChanges(props: DayChangesProps) {
  const { live, compared, from, to, viewName, onChange } = props;
  const earlier = usePast(live, from, compared.place);
  const later = usePast(live, to, compared.place);
  const failed = [earlier, later].some(({ state }) => state === 'failed');
  return (
    <section aria-label={t('past.title', { view: viewName })} className="min-h-0 flex-1 overflow-auto">
      <div className="mx-auto flex max-w-3xl flex-col gap-4 p-4">
        <header className="flex flex-wrap items-end gap-3">
          <h2 className="min-w-48 flex-1 text-title font-semibold">{t('past.title', { view: viewName })}</h2>
          <DayChoice
            label={t('past.from')}
            day={from}
            onPick={(day) => onChange({ from: day ?? from, to })}
          />
          <DayChoice
            label={t('past.to')}
            day={to ?? null}
            onPick={(day) => onChange({ from, to: day ?? undefined })}
          />
        </header>
        {to !== undefined && from >= to && <p className="text-ui text-danger">{t('past.swap')}</p>}
        {failed && <p className="text-ui text-danger">{t('past.failed')}</p>}
        {!failed && (earlier.state !== 'open' || later.state !== 'open') && (
          <ProgressBar label={t('past.reading')} share={null} />
        )}
        {earlier.state === 'open' && later.state === 'open' && (
          <Differences {...props} days={[earlier.data, later.data]} />
        )}
      </div>
    </section>
  );
}

interface DayChoiceProps {
  readonly label: string;
  readonly day: string | null;
  readonly onPick: (day: string | null) => void;
}

function DayChoice({ label, day, onPick }: DayChoiceProps) {
  return (
    <div className="w-40">
      <DatePicker label={label} value={day} onChange={onPick} locale={locale} />
    </div>
  );
}

type DifferencesProps = DayChangesProps & { readonly days: readonly [WorkspaceData, WorkspaceData] };

function Differences({ live, compared, from, to, days, onOpen }: DifferencesProps) {
  const [earlier, later] = days;
  const { entity, place } = compared;
  const difference = useMemo(() => compareDays([earlier, later], compared), [earlier, later, compared]);
  const attribute = useMemo(
    () => makeScoreAttribution([earlier, later], { entity, place, where: compared.query.where }),
    [earlier, later, entity, place, compared.query.where],
  );
  const story = useDayStory(live, { entity, place, since: from, until: to });
  const { added, dropped, changed, ranked } = difference;
  if (added.length + dropped.length + changed.length + ranked.length === 0)
    return (
      <EmptyState
        icon={<History size={28} strokeWidth={1.5} />}
        title={t('past.none')}
        text={t('past.noneText')}
      />
    );
  const list = (moves: readonly RecordMove[], shownIn: WorkspaceData): ReactNode =>
    moves.map((move) => (
      <MoveItem
        key={move.id}
        live={live}
        title={readText(must(shownIn.hub.get(entity, move.id))['title'])}
        recordKey={readText(shownIn.hub.get(entity, move.id)?.['key'])}
        entity={entity}
        move={move}
        told={story?.get(move.id)}
        attribute={attribute}
        onOpen={onOpen}
      />
    ));
  return (
    <>
      <p className="text-ui text-muted">
        {t('past.counts', { added: added.length, dropped: dropped.length, moved: changed.length })}
      </p>
      <Part title={t('past.added')} count={added.length} items={list(added, later)} />
      <Part title={t('past.dropped')} count={dropped.length} items={list(dropped, earlier)} />
      <Part title={t('past.moved')} count={changed.length} items={list(changed, later)} />
      <Part title={t('past.ranked')} count={ranked.length} items={list(ranked, later)} />
    </>
  );
}

interface PartProps {
  readonly title: string;
  readonly count: number;
  readonly items: ReactNode;
}

function Part({ title, count, items }: PartProps) {
  if (count === 0) return null;
  return (
    <section>
      <h3 className="flex items-baseline gap-2 border-b pb-1 text-ui font-medium">
        {title} <span className="text-small text-muted tabular-nums">{count}</span>
      </h3>
      <ul>{items}</ul>
    </section>
  );
}
