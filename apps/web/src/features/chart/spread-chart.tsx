import { useCallback, useMemo } from 'react';
import { spreadField } from '../../data/chart-fields.ts';
import { t } from '../../messages/area-t.ts';
import { useTokenColors } from '../../theme/token-colors.ts';
import { ChartTitle, NoNumber, Nothing, type KindProps } from './chart-parts.tsx';
import { EChart } from './echart.tsx';
import { spreadOption } from './number-options.ts';
import { SpreadCaption, SpreadTable } from './spread-parts.tsx';

export function SpreadChart(props: KindProps) {
  const { model, query, settings, schema, version, format, onOpen } = props;
  const of = spreadField(settings, schema);
  const color = useTokenColors();
  const write = useCallback((value: number) => format(of, value), [format, of]);
  // oxlint-disable-next-line react/exhaustive-deps -- the version says that records have changed
  const spread = useMemo(() => of && model.spread(query, of), [model, query, of, version]);
  const option = useMemo(
    () => spread && spreadOption(spread, { color, format: write }),
    [spread, color, write],
  );
  if (of === undefined || spread === undefined || option === undefined) return <NoNumber {...props} />;
  if (spread.count === 0) return <Nothing title={t('chart.emptyTitle')} text={t('chart.emptyText')} />;
  if (spread.present === 0)
    return <Nothing title={t('chart.noValuesTitle')} text={t('chart.noValuesText', { name: of.name })} />;
  const parts = { of, spread, format: write, onOpen };
  return (
    <>
      <ChartTitle title={t('chart.distributionOf', { name: of.name })} />
      <SpreadCaption {...parts} />
      <EChart
        label={`${t('chart.distributionOf', { name: of.name })}. ${t('chart.help')}`}
        option={option}
        onPick={({ dataIndex }) => onOpen(spread.conditions[dataIndex])}
      />
      {settings.hasTable && <SpreadTable {...parts} />}
    </>
  );
}
