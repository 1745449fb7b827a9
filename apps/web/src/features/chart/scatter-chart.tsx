import type { Field } from '@throughline/model';
import type { ChartSettings } from '@throughline/view';
import { OptionBadge } from '@throughline/ui';
import { useMemo } from 'react';
import { scatterFields } from '../../data/chart-fields.ts';
import { t } from '../../messages/area-t.ts';
import { useTokenColors } from '../../theme/token-colors.ts';
import { ChartTitle, NoNumber, Nothing, type ChartViewProps, type KindProps } from './chart-parts.tsx';
import { EChart } from './echart.tsx';
import { scatterOption } from './number-options.ts';

export function ScatterChart(props: KindProps) {
  const { model, query, settings, schema, version, format, titleOf, onOpenRecord } = props;
  const settingsText = JSON.stringify(settings);
  const axes = useMemo(
    () => scatterFields(JSON.parse(settingsText) as ChartSettings, schema),
    [settingsText, schema],
  );
  const color = useTokenColors();
  // oxlint-disable-next-line react/exhaustive-deps -- the version says that records have changed
  const scatter = useMemo(() => axes && model.scatter(query, axes), [model, query, axes, version]);
  const option = useMemo(
    () =>
      axes &&
      scatter &&
      scatterOption(scatter, {
        color,
        formatX: (value) => format(axes.x, value),
        formatY: (value) => format(axes.y, value),
        titleOf,
        names: { x: axes.x.name, y: axes.y.name },
        marks: axes.color?.config.options?.map((each) => `option-${each.color ?? 'gray'}-mark`) ?? [],
      }),
    [axes, scatter, color, format, titleOf],
  );
  if (axes === undefined || scatter === undefined || option === undefined) return <NoNumber {...props} />;
  if (scatter.count === 0) return <Nothing title={t('chart.emptyTitle')} text={t('chart.emptyText')} />;
  const title = t('chart.scatterOf', { x: axes.x.name, y: axes.y.name });
  return (
    <>
      <ChartTitle title={title}>
        <span>
          {t('chart.plotted', {
            present: scatter.ids.length,
            count: scatter.count,
          })}
        </span>
        {axes.color?.config.options?.map(({ key, name, color: own }) => (
          <OptionBadge key={key} look="dot" name={name} color={own} />
        ))}
      </ChartTitle>
      <EChart
        label={`${title}. ${t('chart.help')}`}
        option={option}
        onPick={({ dataIndex }) => onOpenRecord(scatter.ids[dataIndex] ?? '')}
      />
      {settings.hasTable && (
        <PointTable
          title={title}
          axes={axes}
          scatter={scatter}
          format={format}
          titleOf={titleOf}
          onOpen={onOpenRecord}
        />
      )}
    </>
  );
}

interface PointTableProps {
  readonly title: string;
  readonly axes: { readonly x: Field; readonly y: Field };
  readonly scatter: {
    readonly ids: readonly string[];
    readonly x: readonly number[];
    readonly y: readonly number[];
  };
  readonly format: ChartViewProps['format'];
  readonly titleOf: (id: string) => string;
  readonly onOpen: (id: string) => void;
}

const mostPoints = 500;

function PointTable({ title, axes, scatter, format, titleOf, onOpen }: PointTableProps) {
  return (
    <section
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by the keyboard
      tabIndex={0}
      aria-label={title}
      className="max-h-[45%] min-h-0 shrink-0 overflow-auto border-t border-line px-4 pb-4"
    >
      <table className="w-full text-ui">
        <caption className="sr-only">{title}</caption>
        <tbody>
          {scatter.ids.slice(0, mostPoints).map((id, at) => (
            <tr key={id} className="border-b border-line">
              <th scope="row" className="py-1 text-left font-normal">
                <button type="button" className="text-left hover:underline" onClick={() => onOpen(id)}>
                  {titleOf(id)}
                </button>
              </th>
              <td className="figures py-1 pl-4 text-right">{format(axes.y, scatter.y[at] ?? 0)}</td>
              <td className="figures py-1 pl-4 text-right">{format(axes.x, scatter.x[at] ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
