/** What it means for an item to be in a stage. */
import type { EventLog } from '../log/event-log.ts';

/**
 * `todo`: not begun; `active`: somebody works on it; `waiting`: begun, in a queue; `blocked`: begun, kept from going on;
 * `done`: finished.
 */
export type StageRole = 'todo' | 'active' | 'waiting' | 'blocked' | 'done';

/**
 * By code of the activity, where the activities of a log are the stages items move into; null for one that moves an
 * item nowhere, such as a comment.
 */
export type StageRoles = readonly (StageRole | null)[];

/** Names that say the role, first match first. English, as trackers ship them; others are given by hand. */
const NAMES: readonly (readonly [RegExp, StageRole])[] = [
  [/\b(block(ed)?|impeded|impediment|on hold|suspended|stuck)\b/i, 'blocked'],
  [/\b(ready|queued?|waiting|awaiting|pending|needs? (review|test|approval)|patch available)\b/i, 'waiting'],
  [/\b(to ?do|open(ed)?|reopened|new|backlog|triage|created|prioriti[sz]ed|selected|unassigned)\b/i, 'todo'],
  [
    /\b(done|closed?|resolved|fixed|deployed|released|shipped|complet(e|ed)|finished|merged|accepted|live)\b/i,
    'done',
  ],
  [/\b(cancell?ed|rejected|declined|duplicate|abandoned|(can.?t|won.?t|will not) (fix|do))\b/i, 'done'],
];

/** What moves an issue in a tracker that has no stages but open and closed; everything else leaves it where it is. */
const OPEN_OR_CLOSED: Readonly<Record<string, StageRole>> = {
  created: 'todo',
  opened: 'todo',
  reopened: 'todo',
  assigned: 'active',
  closed: 'done',
  merged: 'done',
};

/** For timelines of issues, as GitHub has them. */
export function rolesOfTimeline(log: EventLog): StageRoles {
  return log.activities.map((name) => OPEN_OR_CLOSED[name.toLowerCase()] ?? null);
}

/** Jira’s categories of statuses, by name and by key. */
const CATEGORIES: Readonly<Record<string, StageRole>> = {
  'to do': 'todo',
  new: 'todo',
  undefined: 'todo',
  'in progress': 'active',
  indeterminate: 'active',
  done: 'done',
  complete: 'done',
};

export type StageRoleOptions = {
  /** An attribute of events that holds the category of the stage they lead into. */
  readonly category?: string;
  /** Names of stages and what they are; they outweigh everything else. */
  readonly given?: Readonly<Partial<Record<StageRole, readonly string[]>>>;
};

/**
 * From what was given, else from the category that a stage’s events bear, else from its name, else `active`. Trackers
 * call all that has begun “in progress”, so a name may still say that such a stage is one of waiting.
 */
export function guessStageRoles(log: EventLog, { category, given = {} }: StageRoleOptions = {}): StageRoles {
  const givenRoles = new Map(
    Object.entries(given).flatMap(([role, names]) => names.map((name) => [name, role as StageRole] as const)),
  );
  const categories = category === undefined ? [] : findCategories(log, category);
  return log.activities.map((name, activity) => {
    const told = givenRoles.get(name);
    if (told !== undefined) return told;
    const ofCategory = CATEGORIES[categories[activity]?.toLowerCase() ?? ''];
    const ofName = guessFromName(name);
    const isRefined = ofCategory === 'active' && (ofName === 'waiting' || ofName === 'blocked');
    return isRefined ? ofName : (ofCategory ?? ofName);
  });
}

export function guessFromName(name: string): StageRole {
  return NAMES.find(([pattern]) => pattern.test(name))?.[1] ?? 'active';
}

/** The category that the last event of each activity bears. */
function findCategories(log: EventLog, attribute: string): readonly (string | undefined)[] {
  const column = log.eventAttributes.get(attribute);
  const found: (string | undefined)[] = log.activities.map(() => undefined);
  if (column?.kind !== 'text') return found;
  log.activity.forEach((activity, event) => {
    const name = column.names[column.codes[event] as number];
    if (activity >= 0 && name !== undefined) found[activity] = name;
  });
  return found;
}
