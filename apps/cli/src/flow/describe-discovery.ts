/** Discovery for a manager: what the process is, where time goes, what to look at. */
import type { ProcessGraph, SlowFactor } from '@throughline/flow';
import type { Discovery } from './discovery.ts';
import { formatDuration, formatNumber, formatShare, formatTable } from './format.ts';

const FEW = 5;

export function describeDiscovery(discovery: Discovery): string {
  return [
    'WHAT THE PROCESS IS',
    ...whatItIs(discovery),
    '',
    'WHERE TIME GOES',
    whereTimeGoes(discovery.graph),
    '',
    'WHAT TO LOOK AT',
    ...whatToLookAt(discovery),
    '',
    'THE MODEL',
    `  ${discovery.model}`,
  ].join('\n');
}

function whatItIs({
  cases,
  durations,
  events,
  from,
  to,
  graph,
  variants,
  rates,
}: Discovery): readonly string[] {
  const most = (part: 'starts' | 'ends'): string =>
    graph.activities
      .filter((each) => each[part] > 0)
      .toSorted((a, b) => b[part] - a[part])
      .slice(0, 3)
      .map((each) => `“${each.name}” (${formatShare(each[part] / graph.cases)})`)
      .join(', ');
  const [commonest] = variants.top;
  return [
    `  ${cases.toLocaleString('en-US')} cases with ${events.toLocaleString('en-US')} events of ${graph.activities.length} activities, from ${from.slice(0, 10)} to ${to.slice(0, 10)}.`,
    `  About ${formatNumber(rates.arrivalsPerWeek)} cases a week arrive.`,
    `  Cases begin with ${most('starts')}.`,
    `  Cases end with ${most('ends')}.`,
    `  A case takes ${formatDuration(durations.p50)} in the median and ${formatDuration(durations.mean)} on average; 85 % end within ${formatDuration(durations.p85)}.`,
    `  Cases take ${variants.count.toLocaleString('en-US')} different ways; the commonest ${variants.covering80.toLocaleString('en-US')} cover 80 % of the cases.`,
    ...(commonest === undefined
      ? []
      : [
          `  The commonest (${formatShare(commonest.share)}): ${commonest.sequence.slice(0, 14).join(' → ')}${commonest.sequence.length > 14 ? ' → …' : ''}`,
        ]),
  ];
}

function whereTimeGoes({ steps, activities }: ProcessGraph): string {
  const work = activities.reduce((sum, each) => sum + (each.work?.total ?? 0), 0);
  const all = steps.reduce((sum, { wait }) => sum + wait.total, work);
  const rows = [
    ...steps.map(({ from, to, count, wait }) => ({ what: ['wait', from, to], count, spread: wait })),
    ...activities.flatMap(({ name, count, work: spread }) =>
      spread === null ? [] : [{ what: ['work', name, ''], count, spread }],
    ),
  ]
    .toSorted((a, b) => b.spread.total - a.spread.total)
    .slice(0, 8);
  return formatTable(
    ['', 'from', 'to', 'share', 'times', 'median', 'mean', '85 % within'],
    rows.map(({ what, count, spread }) => [
      ...what,
      formatShare(all === 0 ? 0 : spread.total / all),
      count.toLocaleString('en-US'),
      formatDuration(spread.median),
      formatDuration(spread.mean),
      formatDuration(spread.p85),
    ]),
  );
}

function whatToLookAt({ cases, rework, handovers, slow }: Discovery): readonly string[] {
  const share = (some: number): string =>
    `${some.toLocaleString('en-US')} cases (${formatShare(some / cases)})`;
  const lines = [
    ...rework.loops
      .slice(0, FEW)
      .map(
        ({ activity, cases: some, times }) =>
          `  Work comes back to “${activity}” in ${share(some)}, ${times.toLocaleString('en-US')} times in all.`,
      ),
    ...rework.repeats
      .slice(0, 3)
      .map(
        ({ activity, cases: some }) => `  “${activity}” is done several times in a row in ${share(some)}.`,
      ),
    ...rework.pingPong
      .slice(0, 3)
      .map(
        ({ between, cases: some }) =>
          `  Back and forth between “${between[0]}” and “${between[1]}” in ${share(some)}.`,
      ),
    ...rework.skipped
      .slice(0, 3)
      .map(({ activity, cases: some }) => `  “${activity}” is left out in ${share(some)}.`),
    ...(handovers === null
      ? []
      : [
          `  ${formatShare(handovers.share)} of steps go to somebody else${handovers.pairs.length === 0 ? '' : `; most often from ${handovers.pairs[0]?.from} to ${handovers.pairs[0]?.to}, then waiting ${formatDuration(handovers.pairs[0]?.wait.median ?? 0)} in the median`}.`,
        ]),
    ...(['attribute', 'number', 'resource', 'activity'] as const).flatMap((kind) =>
      slow.factors
        .filter((factor) => factor.kind === kind && factor.effect > 0)
        .slice(0, 2)
        .map(describeFactor),
    ),
  ];
  return lines.length === 0 ? ['  Nothing stands out.'] : lines;
}

function describeFactor({
  kind,
  name,
  value,
  cases,
  medianWith,
  medianWithout,
  effect,
  low,
  high,
}: SlowFactor): string {
  const what =
    kind === 'attribute'
      ? `${name} = “${value ?? ''}”`
      : kind === 'number'
        ? `${name} ${value ?? ''}`
        : kind === 'activity'
          ? `“${name}”`
          : `${name} at work`;
  const round = (number: number): string => number.toFixed(2);
  return `  Cases with ${what} last longer: ${formatDuration(medianWith)} against ${formatDuration(medianWithout)} in the median (${cases} cases; effect ${round(effect)}, between ${round(low)} and ${round(high)}).`;
}
