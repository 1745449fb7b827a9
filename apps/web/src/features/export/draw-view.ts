/** The pages of a view: its layout drawn, with the title, the day and the filters named on each. */
import { parseChartSettings, parseMatrixSettings, parseTimelineSettings } from '@throughline/view';
import type { Json } from '@throughline/base';
import { chartFields, scatterFields, spreadField } from '../../data/chart-fields.ts';
import { makeChartModel } from '../../data/chart-model.ts';
import { matrixFields } from '../../data/matrix-fields.ts';
import { makeMatrixModel } from '../../data/matrix-model.ts';
import { barFields, colorField, laneField, milestoneFields } from '../../data/timeline-fields.ts';
import { linksAmong } from '../../data/timeline-links.ts';
import { makeTimelineModel } from '../../data/timeline-model.ts';
import type { RecordSource } from '../../data/record-source.ts';
import type { WorkspaceData } from '../../data/workspace-data.ts';
import { t } from '../../messages/area-t.ts';
import type { Layout } from '../../search/list-search.ts';
import { drawBoard } from './draw-board.ts';
import { drawList } from './draw-list.ts';
import { drawBars, drawPlot, type Plot } from './draw-plot.ts';
import { drawTimeline } from './draw-timeline.ts';
import { INK, PAGE, type Page, type Shape } from './shapes.ts';
import { readContent, type ViewToDraw } from './view-content.ts';

export interface Drawing extends ViewToDraw {
  readonly layout: Layout;
  /** What the view keeps for each layout. */
  readonly settings: Readonly<Partial<Record<Layout, Json>>>;
  /** The records as they were on the day that a timeline is compared with. */
  readonly earlier?: { readonly data: WorkspaceData; readonly source: RecordSource } | undefined;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** The day as people read it. */
  readonly day: string;
}

export function drawView(data: WorkspaceData, drawing: Drawing): readonly Page[] {
  const content = readContent(data, drawing);
  const count = new Set(content.groups.flatMap(({ ids }) => ids)).size;
  const pages = drawLayout[drawing.layout](data, drawing) ?? drawList(drawing, content);
  return pages.map((page, index) => [
    ...heading(drawing, count, t('export.page', { page: index + 1, pages: pages.length })),
    ...page,
  ]);
}

type Draw = (data: WorkspaceData, drawing: Drawing) => readonly Page[] | undefined;

/** Undefined where the view has nothing that its layout could draw: it is listed then. */
const drawLayout: Readonly<Record<Layout, Draw>> = {
  list: () => undefined,
  board: (data, drawing) => {
    if (drawing.query.group.length > 0) return drawBoard(drawing, readContent(data, drawing));
    const by = { by: { type: 'field', field: 'status' }, direction: 'ascending' } as const;
    const query = { ...drawing.query, group: [by] };
    return drawBoard(drawing, readContent(data, { ...drawing, query }));
  },
  timeline: drawDated,
  matrix: (data, { source, schema, query, settings }) => {
    const fields = matrixFields(parseMatrixSettings(settings.matrix), schema);
    if (fields === undefined) return undefined;
    const model = makeMatrixModel(data, source);
    model.setShape({ query, fields });
    const { plotted } = model.data();
    const points = plotted.ids.map((id, index) => ({
      title: model.title(id),
      x: plotted.x[index] ?? 0,
      y: plotted.y[index] ?? 0,
    }));
    return drawPlot({ x: fields.x, y: fields.y, points });
  },
  chart: drawChart,
};

function drawDated(
  data: WorkspaceData,
  { source, schema, query, settings, earlier, today }: Drawing,
): readonly Page[] | undefined {
  const kept = parseTimelineSettings(settings.timeline);
  const bars = barFields(kept, schema);
  const milestones = milestoneFields(kept, schema);
  if (bars.length === 0 && milestones.length === 0) return undefined;
  const [lanesBy, colorBy] = [laneField(kept, schema), colorField(kept, schema)];
  const model = makeTimelineModel(data, source);
  const shape = { query, bars, milestones, lanesBy, colorBy };
  model.setShape(shape);
  const before = earlier && makeTimelineModel(earlier.data, earlier.source);
  before?.setShape(shape);
  const baselineOf = (id: string, at: number) => before?.item(id)?.bars.find((bar) => bar.at === at)?.span;
  const content = model.content();
  const shown = new Set(content.lanes.flatMap(({ items }) => items.map(({ id }) => id)));
  const links = linksAmong(data.hub, kept, (id) => shown.has(id));
  const { markers } = kept;
  const hasLanes = lanesBy !== undefined;
  return drawTimeline({ content, bars, colorBy, hasLanes, links, markers, baselineOf, today });
}

function drawChart(
  data: WorkspaceData,
  { source, schema, query, settings }: Drawing,
): readonly Page[] | undefined {
  const kept = parseChartSettings(settings.chart);
  const model = makeChartModel(data, source);
  const axes = kept.kind === 'scatter' ? scatterFields(kept, schema) : undefined;
  if (axes !== undefined) {
    const { ids, x, y } = model.scatter(query, axes);
    const titleOf = (id: string): string => data.titles.titleOf(id) ?? '';
    const points = ids.map((id, index) => ({ title: titleOf(id), x: x[index] ?? 0, y: y[index] ?? 0 }));
    return drawPlot({ x: axes.x, y: axes.y, points } satisfies Plot);
  }
  const of = kept.kind === 'distribution' ? spreadField(kept, schema) : undefined;
  if (of !== undefined) {
    const { bins, counts } = model.spread(query, of);
    const bars = counts.map((value, index) => ({ label: `${bins.edges[index] ?? ''} –`, value }));
    return drawBars({ name: t('export.by', { measure: t('export.records'), by: of.name }), bars });
  }
  const fields = chartFields(kept, schema);
  if (fields === undefined) return undefined;
  const { rows, rowTotals } = model.table(query, fields, kept.period);
  const bars = rows.map(({ label, color }, index) => ({ label, color, value: rowTotals[index] ?? 0 }));
  const measure = fields.measure.of?.name ?? t('export.records');
  return drawBars({ name: t('export.by', { measure, by: fields.by.name }), bars });
}

function heading({ name, place, day, filterText }: Drawing, count: number, page: string): readonly Shape[] {
  const facts = [
    place,
    day,
    t('export.count', { count }),
    ...(filterText === '' ? [] : [t('export.filter', { filter: filterText })]),
  ];
  const width = PAGE.width - 2 * PAGE.margin;
  const line = { kind: 'text', x: PAGE.margin, width } as const;
  return [
    { kind: 'box', x: 0, y: 0, width: PAGE.width, height: PAGE.height, fill: INK.paper },
    { ...line, y: 24, size: 24, isBold: true, color: INK.text, text: name },
    { ...line, y: 58, size: 12, color: INK.quiet, text: facts.join('  ·  ') },
    { ...line, x: PAGE.width - 160, width: 120, y: PAGE.bottom + 10, size: 10, color: INK.quiet, text: page },
  ];
}
