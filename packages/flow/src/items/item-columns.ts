/** Which columns of a list of items say what flow metrics need: by their names. */
import { FlowRefusal } from '../read/flow-refusal.ts';

export type ItemPart = 'done' | 'created' | 'started' | 'id' | 'project';
export type ItemColumns = Readonly<Partial<Record<ItemPart, string>>>;

/** Names as exports have them, folded, the surest first. */
const NAMES: Readonly<Record<ItemPart, readonly string[]>> = {
  done: [
    'resolved',
    'resolutiondate',
    'resolvedat',
    'resolveddate',
    'dateresolved',
    'finisheddate',
    'finishdate',
    'finished',
    'finishedat',
    'donedate',
    'doneat',
    'done',
    'datedone',
    'completeddate',
    'completedat',
    'completiondate',
    'completed',
    'datecompleted',
    'closedat',
    'closeddate',
    'closed',
    'dateclosed',
    'closedon',
    'mergedat',
    'merged',
    'deployedat',
    'deployed',
    'releasedat',
    'released',
    'shippedat',
    'shipped',
    'delivered',
    'deliveredat',
    'accepted',
    'acceptedat',
    'fieldsresolutiondate',
    'enddate',
    'end',
  ],
  created: [
    'created',
    'createdat',
    'createddate',
    'creationdate',
    'datecreated',
    'opened',
    'openedat',
    'reported',
    'reportedat',
    'submitted',
    'fieldscreated',
  ],
  started: [
    'started',
    'startedat',
    'starteddate',
    'startdate',
    'datestarted',
    'inprogress',
    'inprogressdate',
    'inprogressat',
    'committed',
    'activated',
    'activateddate',
    'start',
  ],
  id: [
    'key',
    'issuekey',
    'id',
    'issueid',
    'number',
    'iid',
    'identifier',
    'workitemid',
    'itemid',
    'ticket',
    'cardid',
    'name',
  ],
  project: [
    'project',
    'projectkey',
    'projectname',
    'team',
    'teamname',
    'repository',
    'repo',
    'board',
    'boardid',
    'product',
    'group',
    'areapath',
    'fieldsprojectkey',
  ],
};

const PARTS = Object.keys(NAMES) as readonly ItemPart[];

/** The index of each part’s column; a column is taken for one part only. */
export function findItemColumns(
  header: readonly string[],
  given: ItemColumns = {},
): ReadonlyMap<ItemPart, number> {
  const found = new Map<ItemPart, number>();
  const folded = header.map(fold);
  for (const part of PARTS) {
    const name = given[part];
    if (name !== undefined) found.set(part, findGiven(header, part, name));
  }
  const taken = new Set(found.values());
  for (const part of PARTS) {
    if (found.has(part)) continue;
    const column = NAMES[part].map((name) => folded.indexOf(name)).find((at) => at >= 0 && !taken.has(at));
    if (column === undefined) continue;
    found.set(part, column);
    taken.add(column);
  }
  return found;
}

/** A row of the file is an item: it says when it was done, and not which stage it moved to. */
export function looksLikeItems(header: readonly string[]): boolean {
  const folded = new Set(header.map(fold));
  const isOfEvents = ['statustoname', 'tostatus', 'conceptname', 'caseconceptname', 'activity', 'event'].some(
    (name) => folded.has(name),
  );
  return !isOfEvents && NAMES.done.some((name) => name !== 'end' && folded.has(name));
}

function findGiven(header: readonly string[], part: ItemPart, name: string): number {
  const exact = header.indexOf(name);
  const column = exact >= 0 ? exact : header.map(fold).indexOf(fold(name));
  if (column >= 0) return column;
  throw new FlowRefusal('unknown_column', {
    message: `There is no column “${name}” for the ${part} date or name.`,
    why: `The file has ${header.map((each) => `“${each}”`).join(', ')}.`,
    fix: 'Name one of them.',
  });
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
