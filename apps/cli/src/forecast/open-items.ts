/** Items from a file, whatever it is: a list with done dates, changes of status, or events. */
import {
  FlowRefusal,
  guessStageRoles,
  keepListed,
  looksLikeItems,
  makeItemList,
  makeItemsFromStages,
  makeItemsFromSteps,
  readItemHeader,
  readItemList,
  rolesOfTimeline,
  selectCases,
  type EventLog,
  type ItemList,
  type LeftOut,
  type ReadReport,
  type StageRole,
  type StageRoles,
} from '@throughline/flow';
import { describeReport } from '../flow/describe-report.ts';
import type { LogOptions } from '../flow/log-options.ts';
import { openBytes } from '../flow/open-bytes.ts';
import { openLog } from '../flow/open-log.ts';
import { makeProgressBar } from '../flow/progress-bar.ts';
import { dateOf, dateOrderOf, itemColumnsOf, jsonOf } from './item-options.ts';

export type OpenedItems = {
  readonly items: ItemList;
  readonly leftOut: readonly LeftOut[];
  /** Where the file has events: the log, and what its stages are; null where activities are steps. */
  readonly events: { readonly log: EventLog; readonly roles: StageRoles | null } | null;
};

type Context = { readonly signal: AbortSignal };

export async function openItems(
  file: string,
  options: LogOptions,
  { signal }: Context,
): Promise<OpenedItems> {
  const isList = typeof options['activity'] !== 'string' && (await isItemList(file, options, { signal }));
  const opened = isList
    ? await openList(file, options, { signal })
    : await openEvents(file, options, { signal });
  const kept = keptItems(opened.items, options);
  if (kept === null) return opened;
  const { items, events } = opened;
  return {
    ...opened,
    items: keepListed(items, (at) => kept[at] === 1),
    events: events === null ? null : { ...events, log: selectCases(events.log, kept) },
  };
}

async function isItemList(file: string, options: LogOptions, { signal }: Context): Promise<boolean> {
  const { chunks } = await openBytes(file, { signal, onProgress: () => {} });
  const header = await readItemHeader(chunks);
  const done = options['done'];
  return header !== null && (looksLikeItems(header) || (typeof done === 'string' && header.includes(done)));
}

async function openList(file: string, options: LogOptions, { signal }: Context): Promise<OpenedItems> {
  const bar = makeProgressBar(`Reading ${file}`);
  try {
    const { chunks } = await openBytes(file, { signal, onProgress: bar.show });
    const { items, report } = await readItemList(chunks, {
      columns: itemColumnsOf(options),
      ...dateOrderOf(options),
      ...(typeof options['zone'] === 'string' ? { zone: options['zone'] } : {}),
    });
    bar.clear();
    const told = describeReport(report, 'row');
    if (told !== '') process.stderr.write(`${told}\n`);
    return { items, leftOut: report.leftOut, events: null };
  } finally {
    bar.clear();
  }
}

async function openEvents(file: string, options: LogOptions, { signal }: Context): Promise<OpenedItems> {
  const { log, report } = await openLog(file, options, { signal });
  const roles = stageRolesOf(log, report, options);
  const done = options['done'];
  const items =
    roles === null
      ? makeItemsFromSteps(log, typeof done === 'string' ? { done: [done] } : {})
      : makeItemsFromStages(log, roles, { keepsReopened: options['keepReopened'] === true });
  return { items: makeItemList(items), leftOut: report.leftOut, events: { log, roles } };
}

/** Null where activities are steps that are done rather than stages that are entered. */
function stageRolesOf(log: EventLog, report: ReadReport, options: LogOptions): StageRoles | null {
  if (options['steps'] === true) return null;
  if (report.format === 'github-json') return rolesOfTimeline(log);
  const given = jsonOf<Partial<Record<StageRole, readonly string[]>>>(options, 'stages');
  const category =
    typeof options['category'] === 'string'
      ? options['category']
      : [...log.eventAttributes.keys()].find((name) => /to.*categor/i.test(name));
  const isOfStages = report.format.startsWith('jira') || given !== undefined || category !== undefined;
  if (!isOfStages) return null;
  return guessStageRoles(log, {
    ...(category === undefined ? {} : { category }),
    ...(given === undefined ? {} : { given }),
  });
}

/** 1 for each item that the options ask for; null where they ask for all. */
function keptItems(items: ItemList, options: LogOptions): Uint8Array | null {
  const from = dateOf(options, 'createdFrom') ?? Number.NEGATIVE_INFINITY;
  const before = dateOf(options, 'createdBefore') ?? Number.POSITIVE_INFINITY;
  const only = options['only'];
  const wanted = typeof only === 'string' ? items.projects.indexOf(only) : null;
  if (wanted === -1)
    throw new FlowRefusal('bad_option', {
      message: `The file has no project “${String(only)}”.`,
      why: `It has ${items.projects.slice(0, 30).join(', ')}.`,
      fix: 'Choose one of them.',
    });
  const isBounded = Number.isFinite(from) || Number.isFinite(before);
  if (wanted === null && !isBounded) return null;
  return Uint8Array.from(items.created, (created, at) => {
    const isOfProject = wanted === null || items.project[at] === wanted;
    return isOfProject && (!isBounded || (created >= from && created < before)) ? 1 : 0;
  });
}
