import { ANSWER_STAGES, ANSWER_STATES } from '@throughline/model';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { readText } from '../../fields/read-value.ts';

export interface StageAnswers {
  readonly stage: string;
  /** Those that wait for somebody first. */
  readonly states: readonly StateAnswers[];
}

export interface StateAnswers {
  readonly state: string;
  readonly answers: readonly ReplicaRecord[];
}

/** Where somebody has to do something, then what is on its way, then what is over. */
const ORDER = ['draft', 'failed', 'approved', 'sending', 'sent', 'skipped'];
const STATES = ANSWER_STATES.map(({ key }) => key as string).toSorted(
  (a, b) => ORDER.indexOf(a) - ORDER.indexOf(b),
);

/** The stage that the idea came to last stands first. */
export function groupAnswers(answers: readonly ReplicaRecord[]): readonly StageAnswers[] {
  return ANSWER_STAGES.map(({ key: stage }) => {
    const all = answers.filter(({ values }) => values['stage'] === stage);
    const newest = all.reduce((last, { values }) => maxText(last, readText(values['createdAt'])), '');
    const states = STATES.map((state) => ({
      state,
      answers: all.filter(({ values }) => values['state'] === state),
    })).filter((group) => group.answers.length > 0);
    return { stage, newest, states };
  })
    .filter(({ states }) => states.length > 0)
    .toSorted((a, b) => (a.newest > b.newest ? -1 : Number(a.newest < b.newest)))
    .map(({ stage, states }) => ({ stage, states }));
}

const DAY_MS = 86_400_000;

/** Voice to value: whole days from the customer's word to the answer; undefined while there is none. */
export function daysToAnswer({ values }: ReplicaRecord): number | undefined {
  const [asked, sent] = [readText(values['askedAt']), readText(values['sentAt'])];
  if (asked === '' || sent === '') return undefined;
  return Math.max(0, Math.floor((Date.parse(sent) - Date.parse(asked)) / DAY_MS));
}

/** The middle one; undefined where nobody was told yet. */
export function medianDays(answers: readonly ReplicaRecord[]): number | undefined {
  const days = answers.flatMap((answer) => daysToAnswer(answer) ?? []).toSorted((a, b) => a - b);
  return days[Math.floor((days.length - 1) / 2)];
}

function maxText(a: string, b: string): string {
  return a > b ? a : b;
}
