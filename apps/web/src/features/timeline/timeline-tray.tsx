import { foldText } from '@throughline/base';
import { IconButton, lazyWhenOpen, TextField } from '@throughline/ui';
import { useVirtualizer } from '@tanstack/react-virtual';
import { CalendarPlus, Search, X } from 'lucide-react';
import { useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { TimelineModel } from '../../data/timeline-model.ts';
import { t } from '../../messages/area-t.ts';
import type { ScheduleDialogProps } from './schedule-dialog.tsx';
import type { TimelineActions } from './timeline-actions.ts';

const ScheduleDialog = lazyWhenOpen<ScheduleDialogProps>(
  async () => (await import('./schedule-dialog.tsx')).ScheduleDialog,
);

export interface TrayProps {
  readonly ids: readonly string[];
  readonly model: TimelineModel;
  readonly actions: TimelineActions;
  readonly onGrab: (id: string, event: PointerEvent) => void;
  readonly onClose: () => void;
}

const rowHeight = 36;

/** Records without dates: dragged onto the timeline, or given dates by the keyboard. */
export function TimelineTray({ ids, model, actions, onGrab, onClose }: TrayProps) {
  const [words, setWords] = useState('');
  const [scheduled, setScheduled] = useState<string>();
  const list = useRef<HTMLDivElement>(null);
  const found = useMemo(() => {
    const wanted = foldText(words.trim());
    const matches = (id: string) => foldText(`${model.recordKey(id)} ${model.title(id)}`).includes(wanted);
    return wanted === '' ? ids : ids.filter(matches);
  }, [ids, words, model]);
  // oxlint-disable-next-line react/incompatible-library -- the React compiler, which the rule warns for, is not used
  const virtualizer = useVirtualizer({
    count: found.length,
    getScrollElement: () => list.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  });
  const at =
    model.shape()?.bars.findIndex((_bar, index) => ids.some((id) => actions.canChange(id, index))) ?? -1;

  function handleKey(event: KeyboardEvent, index: number) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const id = found[index];
    if (event.key === 's' && id !== undefined && at >= 0) {
      event.preventDefault();
      setScheduled(id);
    } else if (step !== undefined && found[index + step] !== undefined) {
      event.preventDefault();
      virtualizer.scrollToIndex(index + step);
      requestAnimationFrame(() =>
        list.current?.querySelector<HTMLElement>(`[data-index="${index + step}"] button`)?.focus(),
      );
    }
  }
  return (
    <aside
      aria-label={t('timeline.tray')}
      className="flex w-64 shrink-0 flex-col border-l bg-sunken max-sm:h-64 max-sm:w-full max-sm:border-t max-sm:border-l-0"
    >
      <header className="flex h-12 shrink-0 items-center gap-2 pr-1.5 pl-3">
        <h2 className="text-ui font-medium">{t('timeline.tray')}</h2>
        <span className="figures text-small text-muted">{ids.length.toLocaleString()}</span>
        <IconButton
          className="ml-auto"
          size="small"
          label={t('timeline.closeTray')}
          icon={<X size={15} />}
          onClick={onClose}
        />
      </header>
      {ids.length > 0 && (
        <div className="px-3 pb-2">
          <TextField
            label={t('timeline.traySearch')}
            hideLabel
            placeholder={t('timeline.traySearch')}
            icon={<Search size={14} />}
            value={words}
            onChange={setWords}
          />
        </div>
      )}
      {found.length === 0 && (
        <p className="px-3 text-ui text-muted">
          {t(ids.length === 0 ? 'timeline.trayEmpty' : 'timeline.trayNone')}
        </p>
      )}
      <div ref={list} className="min-h-0 flex-1 overflow-y-auto px-1.5 pb-2">
        <ul className="relative" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start, key }) => {
            const id = found[index] ?? '';
            return (
              <li
                key={key}
                data-index={index}
                className="group absolute inset-x-0 top-0 flex items-center rounded-md hover:bg-hover"
                style={{ height: rowHeight, transform: `translateY(${start}px)` }}
              >
                <button
                  type="button"
                  data-tray={id}
                  data-tip={model.title(id)}
                  onClick={() => actions.open(id)}
                  onKeyDown={(event) => handleKey(event, index)}
                  onPointerDown={(event) => onGrab(id, event)}
                  className={`flex h-full min-w-0 flex-1 items-center gap-2 rounded-md px-2 text-left text-ui select-none ${at >= 0 ? 'cursor-grab' : ''}`}
                >
                  <span className="figures shrink-0 text-tiny text-faint">{model.recordKey(id)}</span>
                  <span className="truncate">{model.title(id)}</span>
                </button>
                {at >= 0 && (
                  <IconButton
                    size="small"
                    label={t('timeline.schedule')}
                    shortcut="s"
                    icon={<CalendarPlus size={14} />}
                    className="opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 focus-visible:opacity-100 max-sm:opacity-100"
                    onClick={() => setScheduled(id)}
                  />
                )}
              </li>
            );
          })}
        </ul>
      </div>
      {at >= 0 && found.length > 0 && (
        <p className="border-t px-3 py-2 text-small text-muted max-sm:hidden">{t('timeline.trayHint')}</p>
      )}
      <ScheduleDialog
        key={scheduled}
        open={scheduled !== undefined}
        title={scheduled === undefined ? '' : model.title(scheduled)}
        onClose={() => setScheduled(undefined)}
        onSchedule={(span) => {
          if (scheduled !== undefined) actions.change({ id: scheduled, at, span });
          setScheduled(undefined);
        }}
      />
    </aside>
  );
}
