/** What a view keeps for its chart. Anything may have been kept: what does not fit reads as left out. */
import type { Json } from '@throughline/base';
import { AGGREGATES, type AggregateName } from '../ast.ts';
import { readFlag, readName, readObject, readOneOf } from './read-kept.ts';

export const CHART_KINDS = ['bar', 'line', 'scatter', 'distribution', 'pivot'] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

export const PERIODS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Period = (typeof PERIODS)[number];

export type ChartMeasure = {
  readonly name: AggregateName;
  /** Id of the field that is summed up; null counts records. */
  readonly of: string | null;
};

export type ChartSettings = {
  readonly kind: ChartKind;
  /** Ids of fields; null while nobody chose. */
  readonly by: string | null;
  /** What each bar or line is divided by, and a pivot table's columns; `none` for nothing. */
  readonly series: string | null;
  readonly period: Period;
  readonly measure: ChartMeasure;
  /** Scatter: both axes. */
  readonly x: string | null;
  readonly y: string | null;
  /** Distribution: what is spread. */
  readonly of: string | null;
  /** The figures stand below the chart. */
  readonly hasTable: boolean;
};

export function parseChartSettings(kept: Json | undefined): ChartSettings {
  const settings = readObject(kept);
  return {
    kind: readOneOf(settings['kind'], CHART_KINDS, 'bar'),
    by: readName(settings['by']),
    series: readName(settings['series']),
    period: readOneOf(settings['period'], PERIODS, 'month'),
    measure: parseMeasure(settings['measure']),
    x: readName(settings['x']),
    y: readName(settings['y']),
    of: readName(settings['of']),
    hasTable: readFlag(settings['hasTable'], false),
  };
}

/** Only counting needs no field. */
function parseMeasure(kept: Json | undefined): ChartMeasure {
  const measure = readObject(kept);
  const of = readName(measure['of']);
  return of === null ? { name: 'count', of } : { name: readOneOf(measure['name'], AGGREGATES, 'sum'), of };
}
