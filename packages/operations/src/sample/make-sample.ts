/**
 * A year of one fictional company, Lanterna, which makes scheduling software for hotels and restaurants: made by
 * running operations as its people at their times. The same seed and end give the same year.
 */
import { must, textOf } from '@throughline/base';
import type { Runtime } from '../runtime.ts';
import { mustState } from '../reads/must-state.ts';
import { findAll } from '../rules/find-one.ts';
import { mergeIdea } from '../idea/merge-idea.ts';
import { archiveRecord } from '../records/archive-record.ts';
import { planFeedback } from './sample-feedback.ts';
import { layFoundation } from './sample-foundation.ts';
import { planIdeas } from './sample-ideas.ts';
import { actAt, type SampleEvent, type SampleState } from './sample-state.ts';
import { addSampleViews } from './sample-views.ts';
import { makeRandom } from './random.ts';

export type SampleOptions = {
  readonly workspace: string;
  /** When the year ends, in milliseconds since 1970. */
  readonly until: number;
  readonly seed?: number;
  /** From 0 to 1. */
  readonly onProgress?: (share: number) => void;
};

const DAY = 86_400_000;
const FEEDBACK = 2160;

export async function makeSample(
  runtime: Runtime,
  { workspace, until, seed = 42, onProgress }: SampleOptions,
): Promise<void> {
  const random = makeRandom(seed);
  const state: SampleState = {
    runtime,
    workspace,
    random,
    people: new Map(),
    teams: new Map(),
    spaces: new Map(),
    fields: new Map(),
    contacts: [],
    ideas: [],
  };
  const start = Math.floor((until - 365 * DAY) / DAY) * DAY + 9 * 3_600_000;
  await layFoundation(state, start);
  const fields = (await mustState(runtime, workspace)).fieldsOf('idea');
  await addSampleViews(state, start + DAY, fields);
  const window = { start: start + DAY, end: until };
  const events = [
    ...planIdeas(state, window),
    ...planFeedback(state, window, FEEDBACK),
    ...planClearing(state, window.end),
  ];
  await play(
    state,
    events.filter((event) => event.at < until),
    onProgress,
  );
}

/** Acts of one person within half a day are one transaction; days and people come in order. */
async function play(
  state: SampleState,
  events: readonly SampleEvent[],
  onProgress?: (share: number) => void,
): Promise<void> {
  const sessions = new Map<string, SampleEvent[]>();
  for (const event of events) {
    const key = `${String(Math.floor(event.at / (DAY / 2))).padStart(8, '0')} ${event.by}`;
    sessions.set(key, [...(sessions.get(key) ?? []), event]);
  }
  const inOrder = [...sessions.values()]
    .map((session) => session.toSorted((a, b) => a.at - b.at))
    .toSorted((a, b) => must(a[0]).at - must(b[0]).at);
  for (const [index, session] of inOrder.entries()) {
    const { at, by } = must(session[0]);
    await actAt(state, at, { by, acts: session.map((event) => event.act) });
    if (index % 50 === 0) onProgress?.(index / inOrder.length);
  }
  onProgress?.(1);
}

/** Spring cleaning: what was asked twice is merged, what nobody wants is archived. */
function planClearing(state: SampleState, end: number): SampleEvent[] {
  const { random } = state;
  const merges = Array.from({ length: 8 }, (_, index): SampleEvent => ({
    at: end - (index * 9 + 2) * DAY,
    by: 'Noor Jansen',
    act: async (work) => {
      const ideas = await findAll(work, work.entity('idea'), {
        space: must(state.spaces.get(random.pick(['SCHED', 'PAY', 'MOB', 'PLAT']))),
        archivedAt: null,
      });
      const twin = ideas.find((each) => textOf(each.values['title']).endsWith('(asked again)'));
      const original = ideas.find(
        (each) => `${textOf(each.values['title'])} (asked again)` === twin?.values['title'],
      );
      if (twin && original) await mergeIdea(work, { id: original.id, input: { from: [twin.id] } });
    },
  }));
  const archives = Array.from({ length: 6 }, (_, index): SampleEvent => ({
    at: end - (index * 21 + 5) * DAY,
    by: 'Noor Jansen',
    act: async (work) => {
      const idea = random.pick(
        state.ideas.filter((each) => each.status === 'declined' || each.status === 'new'),
      );
      if (idea && random.chance(0.9)) await archiveRecord(work, work.entity('idea'), { id: idea.id });
    },
  }));
  return [...merges, ...archives];
}
