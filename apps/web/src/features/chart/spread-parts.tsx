import type { Field } from '@throughline/model';
import type { Expression } from '@throughline/view';
import type { ChartSpread } from '../../data/chart-model.ts';
import { t } from '../../messages/area-t.ts';
import { rangeText } from './number-options.ts';

export interface SpreadPartsProps {
  readonly of: Field;
  readonly spread: ChartSpread;
  readonly format: (value: number) => string;
  readonly onOpen: (condition: Expression) => void;
}

const rules = {
  'freedman-diaconis': 'chart.binsFreedmanDiaconis',
  sturges: 'chart.binsSturges',
  single: 'chart.binsSingle',
} as const;

/** Percentiles by name, how many have a value, and by which rule bins were made. */
export function SpreadCaption({ of, spread, format, onOpen }: SpreadPartsProps) {
  const { bins, percentiles, present, count } = spread;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 pt-3 text-small text-muted">
      {percentiles.map(({ name, value }) => (
        <button
          key={name}
          type="button"
          aria-label={t('chart.upTo', { name, value: format(value) })}
          className="figures rounded-sm hover:underline"
          onClick={() =>
            onOpen({
              type: 'compare',
              operator: '<=',
              left: { type: 'field', field: of.id },
              right: { type: 'number', value },
            })
          }
        >
          {name} <span className="font-medium text-ink">{format(value)}</span>
        </button>
      ))}
      <span>{t('chart.present', { present, count })}</span>
      <span className="max-sm:hidden">{t(rules[bins.rule], { width: format(bins.width) })}</span>
    </div>
  );
}

export function SpreadTable({ of, spread, format, onOpen }: SpreadPartsProps) {
  const { bins, counts, conditions } = spread;
  const label = t('chart.distributionOf', { name: of.name });
  return (
    <section
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by the keyboard
      tabIndex={0}
      aria-label={label}
      className="max-h-[45%] min-h-0 shrink-0 overflow-auto border-t border-line px-4 pb-4"
    >
      <table className="w-full text-ui">
        <caption className="sr-only">{label}</caption>
        <thead className="sticky top-0 bg-canvas text-small text-muted">
          <tr>
            <th scope="col" className="py-2 text-left font-medium">
              {of.name}
            </th>
            <th scope="col" className="py-2 text-right font-medium">
              {t('chart.countRecords')}
            </th>
          </tr>
        </thead>
        <tbody>
          {counts.map((count, at) => {
            const name = rangeText(bins.edges, at, format);
            const condition = conditions[at];
            return (
              <tr key={name} className="border-t border-line">
                <th scope="row" className="figures py-1 text-left font-normal">
                  {name}
                </th>
                <td className="figures py-1 text-right">
                  <button
                    type="button"
                    aria-label={`${count}. ${t('chart.openRecords', { name })}`}
                    className="rounded-sm px-1 hover:underline"
                    onClick={() => condition && onOpen(condition)}
                  >
                    {count.toLocaleString()}
                  </button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
