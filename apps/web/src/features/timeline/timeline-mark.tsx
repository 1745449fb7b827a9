import { optionColorClass } from '@throughline/ui';
import { formatDateRange } from '@throughline/ui';
import { memo, useSyncExternalStore } from 'react';
import type { TimelineItem } from '../../data/timeline-model.ts';
import { rangeOfSpan, type Span } from '../../data/timeline-span.ts';
import { arrivalLook } from '../../frame/arrival-look.ts';
import { locale, t } from '../../messages/area-t.ts';
import { useTimelineParts, type TimelineParts } from './timeline-context.ts';
import { narrowBar, widestLabel, xOf } from './timeline-layout.ts';
import { canStretch, fieldsOfMark, isMilestone, marksOf, printPlace, type Mark } from './timeline-marks.ts';

interface ItemProps {
  readonly item: TimelineItem;
  readonly laneKey: string;
  readonly top: number;
}

/** Clicks, keys and the pointer are heard by the timeline, which finds the mark in `data-mark`. */
export const TimelineItemMarks = memo(function TimelineItemMarks({ item, laneKey, top }: ItemProps) {
  const parts = useTimelineParts();
  const marks = marksOf(item, parts.shape);
  const named = marks.find(({ at }) => parts.shape.bars[at]?.look !== 'thin') ?? marks[0];
  return marks.map((mark) => (
    <TimelineMark
      key={mark.at}
      item={item}
      laneKey={laneKey}
      mark={mark}
      top={top}
      isNamed={mark === named}
      parts={parts}
    />
  ));
});

interface MarkProps extends ItemProps {
  readonly mark: Mark;
  /** The one of the record's marks that has its name on it. */
  readonly isNamed: boolean;
  readonly parts: TimelineParts;
}

const looks = {
  solid:
    'border border-(--option-mark)/45 bg-(--option-fill) text-(--option-text) hover:border-(--option-mark)',
  outline: 'border border-dashed border-(--option-mark) bg-canvas text-ink hover:bg-hover',
  thin: 'bg-(--option-mark) text-ink',
  milestone: 'text-ink',
} as const;

function TimelineMark({ item, laneKey, mark, top, isNamed, parts }: MarkProps) {
  const { axis, shape, row, drags, labels } = parts;
  const key = printPlace({ laneKey, id: item.id, at: mark.at });
  const drag = useSyncExternalStore(drags.subscribe, () => drags.of(key));
  const span = drag?.span ?? mark.span;
  const isPoint = isMilestone(mark.at);
  const look = isPoint ? 'milestone' : (shape.bars[mark.at]?.look ?? 'solid');
  const track = row.tracks[isPoint ? 0 : mark.at] ?? { top: 3, height: 24 };
  const width = isPoint ? 16 : Math.max(4, (span.end - span.start) * axis.pixelsPerMs - 2);
  const left = isPoint ? middleOf(span, parts) - 8 : xOf(axis, span.start) + 1;
  const isBeside = isPoint || look === 'thin' || labels === 'beside' || width < narrowBar;
  const rangeText = formatDateRange(rangeOfSpan(span), locale);
  const canChange = parts.canChange(item.id, mark.at);
  return (
    <>
      {!isPoint && <Baseline item={item} at={mark.at} top={top + track.top} parts={parts} />}
      <button
        type="button"
        data-mark={key}
        tabIndex={parts.activeKey === key ? 0 : -1}
        aria-label={markLabel(item, mark, { shape, rangeText })}
        aria-pressed={parts.selected.has(item.id)}
        data-tip={drag ? undefined : markTip(item, mark, { shape, rangeText })}
        className={`group absolute flex items-center rounded-md text-left text-small font-medium select-none ${optionColorClass(item.color)} ${looks[look]} ${parts.selected.has(item.id) || parts.openedId === item.id ? 'ring-2 ring-accent-line' : ''} ${drag ? 'z-10 cursor-grabbing opacity-95' : canChange ? 'z-1 cursor-grab' : 'z-1'} ${arrivalLook(parts.model.arrivalOf(item.id))}`}
        style={{
          left,
          width,
          top: top + track.top,
          height: track.height,
          ...(drag && drag.down !== 0 && { transform: `translateY(${drag.down}px)` }),
        }}
      >
        {isPoint && (
          <span className="mx-auto size-3 rotate-45 rounded-[2px] border border-canvas bg-(--option-mark) group-hover:ring-2 group-hover:ring-(--option-mark)/40" />
        )}
        {isNamed && !isBeside && <span className="min-w-0 flex-1 truncate px-2">{item.title}</span>}
        {isNamed && isBeside && (
          <span
            className="pointer-events-none absolute left-full ml-1.5 truncate font-normal text-ink"
            style={{ maxWidth: widestLabel }}
          >
            {item.title}
          </span>
        )}
        {canChange && canStretch(shape, mark.at) && (
          <>
            <span data-edge="start" className={`left-0 ${edgeLook}`} />
            <span data-edge="end" className={`right-0 ${edgeLook}`} />
          </>
        )}
        {drag && (
          <span className="figures popup pointer-events-none absolute top-full left-0 mt-1.5 px-2 py-0.5 text-small font-medium whitespace-nowrap">
            {rangeText}
          </span>
        )}
      </button>
    </>
  );
}

const edgeLook = 'absolute inset-y-0 w-2 cursor-ew-resize rounded-md group-hover:bg-(--option-mark)/50';

function middleOf({ start, end }: Span, { axis }: TimelineParts): number {
  return xOf(axis, (start + end) / 2);
}

interface TextParts {
  readonly shape: TimelineParts['shape'];
  readonly rangeText: string;
}

function hasOneMark({ bars, milestones }: TextParts['shape']): boolean {
  return bars.length + milestones.length === 1;
}

function markLabel({ title }: TimelineItem, { at }: Mark, { shape, rangeText: range }: TextParts): string {
  const [field] = fieldsOfMark(shape, at);
  return hasOneMark(shape) || field === undefined
    ? t('timeline.mark', { title, range })
    : t('timeline.markField', { title, field: field.name, range });
}

function markTip({ title }: TimelineItem, { at }: Mark, { shape, rangeText }: TextParts): string {
  const names = fieldsOfMark(shape, at).map(({ name }) => name);
  return `${title}\n${names.join(' – ')} · ${rangeText}`;
}

interface BaselineProps {
  readonly item: TimelineItem;
  readonly at: number;
  readonly top: number;
  readonly parts: TimelineParts;
}

/** Where the bar stood on the day compared with: behind it, and a little lower. */
function Baseline({ item, at, top, parts }: BaselineProps) {
  const was = parts.baselineOf(item.id, at);
  const now = item.bars.find((bar) => bar.at === at)?.span;
  if (was === undefined || (was.start === now?.start && was.end === now.end)) return null;
  return (
    <span
      aria-hidden
      data-baseline={item.id}
      className="pointer-events-none absolute h-6 rounded-md border border-dashed border-control-line bg-sunken"
      style={{
        left: xOf(parts.axis, was.start) + 1,
        width: Math.max(4, (was.end - was.start) * parts.axis.pixelsPerMs - 2),
        top: top + 3,
      }}
    />
  );
}
