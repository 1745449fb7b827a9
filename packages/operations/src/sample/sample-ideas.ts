/** The sample's ideas: written down over the year, scored, moved forward and back, argued about. */
import { must } from '@throughline/base';
import { createFromValues } from '../records/create-record.ts';
import { updateFromValues } from '../records/update-record.ts';
import { SAMPLE_SPACES } from './sample-people.ts';
import { withoutUndefined, type SampleEvent, type SampleIdea, type SampleState } from './sample-state.ts';
import { COMMENTS } from './phrases.ts';
import type { Topic } from './topic.ts';
import { TOPICS } from './topics.ts';

const DAY = 86_400_000;
const PRODUCT = ['Tomasz Wrobel', 'Aisha Bello', 'Julien Carrel', 'Marta Lindgren', 'Noor Jansen'];
const EVERYBODY = [
  ...PRODUCT,
  'Henrik Dahl',
  'Sofia Marino',
  'Kwame Asante',
  'Yuki Mori',
  'Leila Farsi',
  'Peter Novotny',
  'Grace Kimani',
  'Oliver Stein',
  'Camille Roy',
];
const LABELS = ['quick win', 'renewal risk', 'research', 'legal', 'season', 'tech debt', 'pilot'];

const STRATEGY: Topic = {
  space: 'PLAT',
  label: 'strategy',
  ideas: [
    'Enter the Nordics',
    'Sell to staffing agencies',
    'Partner with a till maker',
    'Usage-based prices',
    'A free plan for schools',
  ],
  words: [],
};

type Window = { readonly start: number; readonly end: number };

export function planIdeas(state: SampleState, window: Window): SampleEvent[] {
  const regular = TOPICS.flatMap((topic) =>
    topic.ideas.flatMap((title) => planIdea(state, window, { topic, title, space: topic.space })),
  );
  return [
    ...regular,
    ...STRATEGY.ideas.flatMap((title) => planIdea(state, window, { topic: STRATEGY, title, space: 'STRAT' })),
    ...planVariants(state, window),
  ];
}

type NewIdea = { readonly topic: Topic; readonly title: string; readonly space: string };

/** Thoughts that came up twice, in other words: what merging is for. */
function planVariants(state: SampleState, window: Window): SampleEvent[] {
  const { random } = state;
  return random.some(TOPICS, 20).flatMap((topic, index) => {
    const title = random.pick(topic.ideas);
    const again = [
      `${title} (asked again)`,
      `Customers want: ${title.toLowerCase()}`,
      `${title}, simple version`,
      `Spike: ${title.toLowerCase()}`,
    ];
    const late = { start: window.start + (window.end - window.start) * 0.4, end: window.end };
    return random
      .some(again, index < 18 ? 2 : 1)
      .flatMap((words) => planIdea(state, late, { topic, title: words, space: topic.space }));
  });
}

function planIdea(
  state: SampleState,
  { start, end }: Window,
  { topic, title, space }: NewIdea,
): SampleEvent[] {
  const { random } = state;
  const owner = SAMPLE_SPACES.find((each) => each.key === space)?.owner ?? 'Marta Lindgren';
  const author = space === 'STRAT' ? owner : random.chance(0.6) ? owner : random.pick(EVERYBODY);
  const at = atWork(state, start + (end - start) * random.next() ** 1.3 * 0.96);
  const made: { idea?: SampleIdea } = {};
  const create: SampleEvent = {
    at,
    by: author,
    act: async (work) => {
      const record = await createFromValues(work, work.entity('idea'), {
        values: {
          title,
          space: must(state.spaces.get(space)),
          type: random.pick(['opportunity', 'solution', 'solution', 'requirement', 'problem']),
          ...(random.chance(0.7) ? { description: describeIdea(state, topic, title) } : {}),
          ...(random.chance(0.35) ? { labels: random.some(LABELS, random.whole(1, 2)) } : {}),
        },
      });
      made.idea = { id: record.id, topic, createdAt: at, status: 'new' };
      if (space !== 'STRAT') state.ideas.push(made.idea);
    },
  };
  const later = (
    days: number,
    by: string,
    act: (work: Parameters<SampleEvent['act']>[0], idea: SampleIdea) => Promise<void>,
  ): SampleEvent => ({
    at: atWork(state, at + days * DAY),
    by,
    act: async (work) => {
      if (made.idea) await act(work, made.idea);
    },
  });
  return [
    create,
    ...planScoring(state, later, owner),
    ...planStatuses(state, later, owner),
    ...(space === 'STRAT' ? [] : planTalk(state, later)),
  ];
}

type Later = (
  days: number,
  by: string,
  act: (work: Parameters<SampleEvent['act']>[0], idea: SampleIdea) => Promise<void>,
) => SampleEvent;

async function change(
  work: Parameters<SampleEvent['act']>[0],
  idea: SampleIdea,
  values: Parameters<typeof withoutUndefined>[0],
): Promise<void> {
  const entity = work.entity('idea');
  const record = must(await work.find(entity, idea.id, { lock: true }));
  if (record.values['archivedAt'] !== undefined) return;
  await updateFromValues(work, entity, { record, values: withoutUndefined(values) });
}

function planScoring(state: SampleState, later: Later, owner: string): SampleEvent[] {
  const { random, fields } = state;
  if (random.chance(0.22)) return [];
  const field = (key: string): string => must(fields.get(key));
  const reach = Math.round(10 ** (1.5 + random.next() * 2.3));
  const first = later(random.whole(2, 24), owner, (work, idea) =>
    change(work, idea, {
      [field('reach')]: reach,
      [field('impact')]: random.pick(['minimal', 'low', 'medium', 'medium', 'high', 'high', 'massive']),
      [field('confidence')]: random.pick([20, 50, 50, 80, 80, 100]),
      [field('effort')]: random.pick([0.5, 1, 1, 2, 2, 3, 5, 8, 13]),
      owner: must(state.people.get(random.chance(0.75) ? owner : random.pick(PRODUCT))),
      team: must(state.teams.get('Engineering')),
    }),
  );
  const again = later(random.whole(40, 130), owner, (work, idea) =>
    change(work, idea, {
      [field('reach')]: Math.round(reach * (0.5 + random.next())),
      [field('effort')]: random.pick([1, 2, 3, 5, 8]),
    }),
  );
  return random.chance(0.4) ? [first, again] : [first];
}

/** Most stay where they are; some go all the way; a few go back. */
function planStatuses(state: SampleState, later: Later, owner: string): SampleEvent[] {
  const { random } = state;
  const paths = [
    { share: 0.3, path: [] },
    { share: 0.2, path: ['exploring'] },
    { share: 0.14, path: ['exploring', 'later'] },
    { share: 0.09, path: ['exploring', 'later', 'next'] },
    { share: 0.06, path: ['exploring', 'next', 'now'] },
    { share: 0.04, path: ['next', 'now', 'later', 'next'] },
    { share: 0.1, path: ['exploring', 'next', 'now', 'shipped'] },
    { share: 0.02, path: ['now', 'next', 'now', 'shipped'] },
    { share: 0.05, path: ['exploring', 'declined'] },
  ];
  let draw = random.next();
  const path = paths.find(({ share }) => (draw -= share) < 0)?.path ?? [];
  let days = random.whole(5, 20);
  return path.map((status) => {
    days += random.whole(6, 60);
    return later(days, owner, async (work, idea) => {
      idea.status = status;
      const ahead = QUARTERS_AHEAD[status];
      await change(work, idea, {
        status,
        ...(ahead ? { timeframe: planFor(work.now, random.whole(...ahead)) } : {}),
      });
    });
  });
}

/** How many quarters before its time an idea comes to a status, at least and at most. */
const QUARTERS_AHEAD: Readonly<Record<string, readonly [number, number]>> = {
  later: [2, 3],
  next: [1, 2],
  now: [0, 0],
  shipped: [0, 0],
};

/** A quarter, counted from the day it was planned. */
function planFor(now: string, quartersAhead: number): { start: string; end: string; precision: 'quarter' } {
  const date = new Date(now);
  const first = Math.floor(date.getUTCMonth() / 3) * 3 + quartersAhead * 3;
  const day = (month: number, dayOfMonth: number): string =>
    new Date(Date.UTC(date.getUTCFullYear(), month, dayOfMonth)).toISOString().slice(0, 10);
  return { start: day(first, 1), end: day(first + 3, 0), precision: 'quarter' };
}

function planTalk(state: SampleState, later: Later): SampleEvent[] {
  const { random } = state;
  const comments = random.chance(0.45) ? random.whole(1, 4) : 0;
  const votes = Math.floor(random.next() ** 2 * 11);
  const talk = Array.from({ length: comments }, () => {
    const body = random.chance(0.12)
      ? `@[Marta Lindgren](${must(state.people.get('Marta Lindgren'))}) ${random.pick(COMMENTS)}`
      : random.pick(COMMENTS);
    return later(random.whole(1, 150), random.pick(EVERYBODY), async (work, idea) => {
      await createFromValues(work, work.entity('comment'), { values: { record: idea.id, body } });
    });
  });
  const cast = random.some(EVERYBODY, votes).map((voter) =>
    later(random.whole(0, 120), voter, async (work, idea) => {
      await createFromValues(work, work.entity('vote'), {
        values: { record: idea.id, weight: random.pick([1, 1, 1, 2, 3]) },
      });
    }),
  );
  return [...talk, ...cast];
}

function describeIdea({ random }: SampleState, topic: Topic, title: string): string {
  const quotes = random.some(topic.words, 2).map((words) => `> ${words}`);
  return [
    '## Problem',
    `${topic.words[0] ?? 'We keep coming back to it in planning'}. It comes up in ${random.whole(2, 9)} of ten calls about ${topic.label}.`,
    ...quotes,
    '## What we could do',
    `- ${title}`,
    `- ${random.pick(topic.ideas)}`,
    '## Open questions',
    `- [ ] ${random.pick(['Who decides?', 'What does legal say?', 'Which customers test it?', 'Does it work offline?', 'What happens to old data?'])}`,
    `- [${random.chance(0.5) ? 'x' : ' '}] Talked to ${random.whole(2, 8)} customers`,
  ].join('\n\n');
}

/** Between eight and six on a weekday. */
export function atWork({ random }: SampleState, moment: number): number {
  const day = Math.floor(moment / DAY) * DAY;
  const weekday = new Date(day).getUTCDay();
  const shifted = weekday === 6 ? day + 2 * DAY : weekday === 0 ? day + DAY : day;
  return shifted + (8 + random.next() * 10) * 3_600_000;
}
