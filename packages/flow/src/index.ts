export { NONE, type AttributeColumn, type Attributes, type EventLog, type Names } from './log/event-log.ts';
export { makeLog, type AttributeValue, type CaseAttributes, type EventRecord } from './log/make-log.ts';
export { inTimeOrder, isInTimeOrder } from './log/time-order.ts';
export { isStandardColumn } from './read/csv-columns.ts';
export { FlowRefusal, type FlowRefusalCode } from './read/flow-refusal.ts';
export type { LeftOut, LeftOutReason } from './read/left-out.ts';
export { readLog } from './read/read-log.ts';
export type {
  Chunks,
  Columns,
  LogFormat,
  ReadOptions,
  ReadReport,
  ReadResult,
  Role,
} from './read/read-options.ts';
export type { DateOrder } from './read/time-reader.ts';
export { logFacts, type LogFacts, type PairFacts, type ViewFacts } from './discovery/log-facts.ts';
export { elapsedByClock, type Elapsed } from './calendar/elapsed.ts';
export { makeElapsedLessDaysOff, WEEKENDS, type DaysOff } from './calendar/days-off.ts';
export {
  makeWorkingClock,
  OFFICE_HOURS,
  type DayPart,
  type WorkingCalendar,
  type WorkingClock,
} from './calendar/working-clock.ts';
export { looksLikeItems, type ItemColumns, type ItemPart } from './items/item-columns.ts';
export { doneTimesByProject, keepListed, makeItemList, type ItemList } from './items/item-list.ts';
export {
  readItemHeader,
  readItemList,
  type ItemReadReport,
  type ItemReadResult,
} from './items/read-item-list.ts';
export { cumulativeFlow, type CumulativeFlow } from './metrics/cumulative-flow.ts';
export { cycleTimes, leadTimes, serviceLevel, summarizeDays } from './metrics/durations.ts';
export { guessStageRoles, rolesOfTimeline, type StageRole, type StageRoles } from './metrics/stage-role.ts';
export { stageTimes, type StageTime, type StageTimes } from './metrics/stage-times.ts';
export {
  ageingItems,
  averageInProgress,
  countInProgress,
  type AgeingItem,
} from './metrics/work-in-progress.ts';
export { keepItems, makeItemsFromStages, makeItemsFromSteps, type WorkItems } from './metrics/work-items.ts';
export {
  backtest,
  backtestBootstrap,
  backtestCalibrated,
  CHANCES,
  describeForecasts,
  type BacktestResult,
} from './forecast/backtest.ts';
export { promiseCount, promiseCounts, promisePeriods } from './forecast/bootstrap-forecast.ts';
export { makeForecaster, type Forecaster } from './forecast/calibrated-forecast.ts';
export { DAY, FIRST_MONDAY, makeHistory, WEEK, type History } from './forecast/history.ts';
export { brierScore, pinballLoss, reliabilityCurve, type ReliabilityPoint } from './forecast/scores.ts';
export { judgeSupport, type Support, type SupportNote } from './forecast/support.ts';
export { summarize, type Summary } from './statistics/summary.ts';
export { makeRandom, type Random } from './statistics/random.ts';
export type { Diagram, DiagramEdge, DiagramNode, Layout, LayOut, Point } from './drawing/diagram.ts';
export { drawProcessMap, type DrawOptions } from './drawing/draw-map.ts';
export { makeProcessMap, type MapOptions, type ProcessMap } from './drawing/process-map.ts';
export {
  discoverGraph,
  type ProcessActivity,
  type ProcessGraph,
  type ProcessStep,
  type TimeSpread,
} from './discovery/process-graph.ts';
export {
  makeDependencyGraph,
  type Dependency,
  type DependencyGraph,
  type GraphItem,
} from './forecast/dependency-graph.ts';
export type { DurationEstimate } from './forecast/duration-estimate.ts';
export { parseGraph, parseHands, readGraph, type GraphFile } from './forecast/parse-graph.ts';
export { simulateGraph, type FinishOutlook, type GraphOutlook } from './forecast/simulate-graph.ts';
export { bpmnOfTree, writeBpmn, type BpmnProcess } from './discovery/bpmn.ts';
export { findHandovers, type Handover, type Handovers } from './discovery/handovers.ts';
export { mineTree, type MinerOptions } from './discovery/inductive/inductive-miner.ts';
export { parseTree } from './discovery/parse-tree.ts';
export { netOfTree, type PetriNet, type Transition } from './discovery/petri-net.ts';
export { activitiesOf, printTree, simplifyTree, type ProcessTree } from './discovery/process-tree.ts';
export { caseRates, type Rates } from './discovery/rates.ts';
export { findRework, type Rework } from './discovery/rework.ts';
export { explainSlowCases, type SlowCases, type SlowFactor } from './discovery/slow-cases.ts';
export { findVariants, rankVariants, sequenceOf, type Variants } from './discovery/variants.ts';
export {
  alignLog,
  alignmentFitness,
  type AlignOptions,
  type LogAlignment,
  type Rule,
} from './conformance/align-log.ts';
export type { Move, TraceAlignment } from './conformance/align-trace.ts';
export { judgeVariants, listDeviations, type Deviation, type Verdict } from './conformance/deviations.ts';
export { alignmentPrecision } from './conformance/precision.ts';
export { replayLog, type LogReplay } from './conformance/token-replay.ts';
export { applyFilters } from './log/filters/apply-filters.ts';
export type { Filter } from './log/filters/filter.ts';
export { parseFilters } from './log/filters/parse-filters.ts';
export { isoMicroseconds } from './log/iso-time.ts';
export { completeOnly, withTransitionNames } from './log/lifecycle.ts';
export { pairLifecycle } from './log/pair-lifecycle.ts';
export { writeCsv } from './write/write-csv.ts';
export { writeXes } from './write/write-xes.ts';
export { findBottlenecks, type Bottleneck } from './bottlenecks/find-bottlenecks.ts';
export { findStageVisits, findStepVisits, type Visits } from './bottlenecks/visits.ts';
export {
  predictSprints,
  scoreSprints,
  type SprintPrediction,
  type SprintScore,
} from './sprints/predict-sprints.ts';
export { readSprints } from './sprints/read-sprints.ts';
export { committedPoints, type Sprint } from './sprints/sprint.ts';
export { fitProcess, makeModel, sizeOf, type FittedProcess } from './simulation/fit-process.ts';
export type { ProcessModel, Station } from './simulation/process-model.ts';
export { simulateProcess, type SimulationResult } from './simulation/simulate-process.ts';
export { compareChange, figuresOf, type Change, type Effect, type WhatIf } from './simulation/what-if.ts';
export { selectCases } from './log/select-events.ts';
export { makeWeekCapacity } from './forecast/week-capacity.ts';
