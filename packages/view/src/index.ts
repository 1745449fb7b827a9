export {
  AGGREGATES,
  childrenOf,
  DURATION_UNITS,
  fieldsOf,
  makeQuery,
  QUERY_VERSION,
  type Aggregate,
  type AggregateName,
  type CallNode,
  type CompareOperator,
  type Cursor,
  type CursorKey,
  type Direction,
  type DurationUnit,
  type Expression,
  type Group,
  type Literal,
  type Order,
  type ViewQuery,
  type Window,
} from './ast.ts';
export { checkQuery, type CheckedQuery } from './check-query.ts';
export { makeContext, type ContextParts, type ViewContext } from './context.ts';
export { compileTest, compileValue, type Extent, type Reader } from './evaluate/compile.ts';
export { checkExpression, parseConditionText, parseExpressionText } from './expression/check.ts';
export { complete, type Candidate, type Completion } from './expression/complete.ts';
export { printExpression } from './expression/print.ts';
export type { Typed } from './expression/resolve.ts';
export {
  explain,
  type Explanation,
  type ExplainParts,
  type Measure,
  type OptionWeight,
  type Origin,
} from './explain/explain.ts';
export { replaceParts } from './explain/replace-parts.ts';
export { fillInputs } from './explain/fill-inputs.ts';
export type { Emptiness } from './explain/find-reason.ts';
export { inputsOf, stepsOf } from './explain/steps-of.ts';
export { FUNCTIONS, type FunctionDeclaration, type FunctionName } from './functions.ts';
export { parseExpression, parseQuery, QUERY_LIMITS, type QueryProblem } from './parse-query.ts';
export { dependsOnView, holds } from './holds.ts';
export { AMONG, amongOf, isMeasure, type Among, type MeasureNode } from './population.ts';
export { isTimed, measuresIn } from './maintain/dependencies.ts';
export { makePathIndex, type PathEnd, type PathIndex, type PathName, type WantedPath } from './paths.ts';
export { parseOrderText, printOrder } from './parse-order.ts';
export type { ExpressionProblem, ProblemCode } from './problem.ts';
export { makeSchema, type Schema, type SchemaParts, type TitleIndex } from './schema.ts';
export { typeOf } from './type-of.ts';
export { isGroupable, isSortable, type ValueType } from './value-type.ts';
export { columnName, makeRowLayout, type CellSql, type Layout, type RowLayoutParts } from './lower/layout.ts';
export {
  cursorOfRow,
  isCursorOf,
  lowerCondition,
  lowerCount,
  lowerGroups,
  lowerMeasure,
  lowerPages,
  lowerRows,
  lowerValues,
  type RowsParts,
} from './lower/lower-query.ts';
export {
  joinSql,
  name as sqlName,
  param as sqlParam,
  sql,
  toText as sqlText,
  type Sql,
  type SqlText,
  type SqlType,
} from './lower/sql.ts';
export type { LoweringParts } from './lower/lower-expression.ts';
export type { SortedFields, SortedKey } from './lower/sorted-fields.ts';
export { lowerSortKeys, type SortKey, type SortKeys, type SortObstacle } from './lower/sort-keys.ts';
export { evaluate, makeViewScope, type ResultGroup, type ViewResult } from './evaluate/evaluate.ts';
export { makeStoreScope, type StoreScope } from './evaluate/vector.ts';
export { ColumnStore, type RecordColumns, type StoreWatcher } from './evaluate/store.ts';
export {
  LiveView,
  openView,
  type LiveGroup,
  type ViewListener,
  type ViewMove,
} from './maintain/live-view.ts';
export {
  parseMatrixSettings,
  type MatrixAxis,
  type MatrixSettings,
  type QuadrantNames,
} from './settings/matrix-settings.ts';
export {
  CHART_KINDS,
  parseChartSettings,
  PERIODS,
  type ChartKind,
  type ChartMeasure,
  type ChartSettings,
  type Period,
} from './settings/chart-settings.ts';
export { parseListSettings, type ColumnSummary, type ListSettings } from './settings/list-settings.ts';
export { parseBoardSettings, type BoardSettings } from './settings/board-settings.ts';
export {
  parseTimelineSettings,
  TIMELINE_LOOKS,
  TIMELINE_SCALES,
  type TimelineBarSetting,
  type TimelineLook,
  type TimelineMarker,
  type TimelineScale,
  type TimelineSettings,
} from './settings/timeline-settings.ts';
