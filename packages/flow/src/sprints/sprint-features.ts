import { committedPoints, type Sprint } from './sprint.ts';

/** What is known of a sprint at the moment of the forecast. */
export type SprintFeatures = readonly number[];

/** Sprints of a board that its usual share is taken from. */
const MEMORY = 10;
/** All boards’ sprints that give the share a board without a past begins with. */
const COMMON_MEMORY = 60;
/** Points of the common share that a board’s own past is mixed with. */
const PRIOR_POINTS = 30;
const LONGEST = 60;
const USUAL_DAYS = 14;

type Past = { readonly committed: number; readonly delivered: number };

/**
 * Goes through sprints in order; each one’s features use outcomes of earlier sprints only. Sprints of one id, shown on
 * several boards, are one.
 */
export function sprintFeatures(sprints: readonly Sprint[]): readonly SprintFeatures[] {
  const boards = new Map<string, Past[]>();
  const all: Past[] = [];
  const features: SprintFeatures[] = [];
  let learned = 0;
  sprints.forEach((sprint, at) => {
    for (; sprints[learned]?.id !== sprint.id; learned++) learn(sprints[learned] as Sprint, boards, all);
    features[at] = describe(sprint, boards.get(sprint.board) ?? [], all);
  });
  return features;
}

function learn(sprint: Sprint, boards: Map<string, Past[]>, all: Past[]): void {
  if (sprint.delivered === null) return;
  const past = { committed: committedPoints(sprint), delivered: sprint.delivered };
  all.push(past);
  boards.set(sprint.board, [...(boards.get(sprint.board) ?? []), past]);
}

function describe(sprint: Sprint, board: readonly Past[], all: readonly Past[]): SprintFeatures {
  const committed = committedPoints(sprint);
  const common = shareOf(all.slice(-COMMON_MEMORY), { points: 10, share: 1 });
  const usual = shareOf(board.slice(-MEMORY), { points: PRIOR_POINTS, share: common });
  const last = board.at(-1);
  const days = Math.min(sprint.plannedDays, LONGEST);
  return [
    committed,
    sprint.todo,
    sprint.inProgress,
    sprint.done,
    sprint.removed,
    sprint.plannedDays < 100 ? sprint.plannedDays : USUAL_DAYS,
    sprint.itemsInProgress,
    (committed * days) / USUAL_DAYS,
    committed * usual,
    last === undefined ? 0 : last.delivered - last.committed,
  ];
}

/** Delivered over committed points, mixed with so many points of a share known before. */
function shareOf(past: readonly Past[], prior: { readonly points: number; readonly share: number }): number {
  const sum = (pick: (each: Past) => number): number => past.reduce((total, each) => total + pick(each), 0);
  return (
    (sum(({ delivered }) => delivered) + prior.points * prior.share) /
    (sum(({ committed }) => committed) + prior.points)
  );
}
