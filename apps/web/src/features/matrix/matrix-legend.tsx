import type { Field } from '@throughline/model';
import { classNames, optionColorClass, parseOptionColor } from '@throughline/ui';
import { t } from '../../messages/area-t.ts';

export interface MatrixLegendProps {
  readonly field: Field;
  /** The colour of each point; NaN is none. */
  readonly colors: Float64Array;
  readonly chosen: ReadonlySet<number>;
  readonly onChosen: (chosen: ReadonlySet<number>) => void;
  readonly onPoint: (color: number | undefined) => void;
}

/** Pointing at a colour makes the others step back; choosing some leaves only them. */
export function MatrixLegend({ field, colors, chosen, onChosen, onPoint }: MatrixLegendProps) {
  const options = field.config.options ?? [];
  const counts = new Map<number, number>();
  for (const color of colors) counts.set(color, (counts.get(color) ?? 0) + 1);
  const entries = [
    ...options.map(({ name, color }, at) => ({ at, name, color })),
    { at: Number.NaN, name: t('matrix.noColor', { name: field.name }), color: 'gray' },
  ].filter(({ at }) => counts.has(at));
  function toggle(at: number) {
    const next = new Set(chosen);
    if (!next.delete(at)) next.add(at);
    onChosen(next);
  }
  return (
    <fieldset
      aria-label={t('matrix.legend')}
      className="flex shrink-0 gap-0.5 overflow-x-auto px-3 pt-2 sm:flex-wrap"
    >
      {entries.map(({ at, name, color }) => (
        <button
          key={at}
          type="button"
          aria-pressed={chosen.has(at)}
          onClick={() => toggle(at)}
          onPointerEnter={() => onPoint(at)}
          onPointerLeave={() => onPoint(undefined)}
          className={classNames(
            optionColorClass(parseOptionColor(color)),
            'inline-flex h-6 shrink-0 items-center gap-1.5 rounded-sm px-1.5 text-small hover:bg-hover',
            chosen.has(at) ? 'bg-pressed text-ink' : 'text-muted',
          )}
        >
          <span aria-hidden className="size-2 rounded-full bg-(--option-mark)" />
          {name}
          <span className="figures text-faint">{(counts.get(at) ?? 0).toLocaleString()}</span>
        </button>
      ))}
    </fieldset>
  );
}
