/** The sample's feedback: it arrives all year through every channel, and most of it, not all, is handled. */
import { must } from '@throughline/base';
import { createFromValues } from '../records/create-record.ts';
import { updateFromValues } from '../records/update-record.ts';
import { excerptOf } from '../rules/record-space.ts';
import { atWork } from './sample-ideas.ts';
import type { SampleContact, SampleEvent, SampleIdea, SampleState } from './sample-state.ts';
import { CLOSERS, OPENERS } from './phrases.ts';
import type { Topic } from './topic.ts';
import { TOPICS } from './topics.ts';

const DAY = 86_400_000;
const CHANNELS = [
  'email',
  'email',
  'support',
  'support',
  'support',
  'sales',
  'interview',
  'portal',
  'portal',
  'review',
  'chat',
  'survey',
];
const INTAKE: Readonly<Record<string, string>> = {
  sales: 'Oliver Stein',
  interview: 'Leila Farsi',
  support: 'Grace Kimani',
  chat: 'Camille Roy',
};

type Window = { readonly start: number; readonly end: number };

export function planFeedback(state: SampleState, window: Window, count: number): SampleEvent[] {
  return Array.from({ length: count }, () => planOne(state, window)).flat();
}

function planOne(state: SampleState, { start, end }: Window): SampleEvent[] {
  const { random } = state;
  const topic = random.pickSkewed(TOPICS);
  const channel = random.pick(CHANNELS);
  const contact = random.pickSkewed(state.contacts);
  // More every month, as the company grows; a wave in early summer.
  const share = random.chance(0.12) ? 0.55 + random.next() * 0.06 : random.next() ** 0.8;
  const at = atWork(state, start + (end - start) * share);
  if (at >= end) return [];
  const made: { id?: string; body?: string } = {};
  const arrival: SampleEvent = {
    at,
    by: INTAKE[channel] ?? 'Peter Novotny',
    act: async (work) => {
      const body = wordsOf(state, { topic, channel, contact });
      const record = await createFromValues(work, work.entity('feedback'), {
        values: {
          title: titleOf(body),
          body,
          channel,
          space: must(state.spaces.get(topic.space)),
          receivedAt: new Date(at).toISOString(),
          ...(channel === 'review' && random.chance(0.6)
            ? {}
            : { contact: contact.id, company: contact.company }),
          ...(random.chance(0.25) ? { labels: [topic.label] } : {}),
        },
        occurredAt: new Date(at).toISOString(),
      });
      made.id = record.id;
      made.body = body;
    },
  };
  return [arrival, ...planTriage(state, { at, end, topic, made })];
}

type Arrival = {
  readonly at: number;
  readonly end: number;
  readonly topic: Topic;
  readonly made: { readonly id?: string; readonly body?: string };
};

/** A third of what came in this month is still open; of older things every tenth was never looked at. */
function planTriage(state: SampleState, { at, end, topic, made }: Arrival): SampleEvent[] {
  const { random } = state;
  const isRecent = end - at < 30 * DAY;
  if (random.chance(isRecent ? 0.35 : 0.1)) return [];
  const delay = Math.min(-Math.log(1 - random.next()) * 4, 45) + 0.2;
  const when = atWork(state, at + delay * DAY + DAY);
  if (when >= end) return [];
  const owner = { SCHED: 'Tomasz Wrobel', PAY: 'Aisha Bello', MOB: 'Julien Carrel', PLAT: 'Noor Jansen' }[
    topic.space
  ];
  return [
    {
      at: when,
      by: owner,
      act: async (work) => {
        if (made.id === undefined) return;
        const candidates = state.ideas.filter((idea) => idea.topic === topic && idea.createdAt < when);
        if (candidates.length === 0 || random.chance(0.16)) return dismiss(state, work, made.id);
        await link(state, work, {
          feedback: made.id,
          body: made.body ?? '',
          idea: random.pickSkewed(candidates),
        });
      },
    },
  ];
}

type WorkOf = Parameters<SampleEvent['act']>[0];

async function dismiss({ random }: SampleState, work: WorkOf, id: string): Promise<void> {
  const entity = work.entity('feedback');
  const record = must(await work.find(entity, id, { lock: true }));
  await updateFromValues(work, entity, {
    record,
    values: { state: random.chance(0.6) ? 'dismissed' : 'open' },
  });
}

type Link = { readonly feedback: string; readonly body: string; readonly idea: SampleIdea };

async function link({ random }: SampleState, work: WorkOf, { feedback, body, idea }: Link): Promise<void> {
  const sentence = idea.topic.words.find((words) => body.includes(words)) ?? body.slice(0, 200);
  const start = body.indexOf(sentence);
  await createFromValues(work, work.entity('insight'), {
    values: {
      idea: idea.id,
      feedback,
      quote: sentence,
      quoteStart: start,
      quoteEnd: start + sentence.length,
      impact: random.pick([1, 2, 2, 3, 3, 3, 4, 4, 5]),
    },
  });
}

function wordsOf(
  { random }: SampleState,
  { topic, channel, contact }: { topic: Topic; channel: string; contact: SampleContact },
): string {
  const opener = random
    .pick(OPENERS[channel] ?? [''])
    .replace('{company}', contact.companyName)
    .replace('{contact}', contact.name);
  const main = random.pick(topic.words);
  const second = random.chance(0.28)
    ? `. ${random.chance(0.8) ? 'Also: ' : 'Another thing: '}${lowerFirst(random.pick(topic.words))}`
    : '';
  const wish = random.chance(0.3) ? `. Best would be: ${lowerFirst(random.pick(topic.ideas))}` : '';
  const quote = opener.endsWith('“') ? '”' : '';
  const signature = channel === 'email' ? `\n\nBest regards\n${contact.name}\n${contact.companyName}` : '';
  return `${opener}${main}${second}${wish}.${quote}${random.pick(CLOSERS)}${signature}`.replace('..', '.');
}

function titleOf(body: string): string {
  const lines = body
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^(Hello|Hi team|Dear support|Good morning),$/.test(line));
  const [sentence = ''] = (lines[0] ?? body).split(/(?<=[.?!])\s/);
  return excerptOf(sentence.replace(/[“”]/g, '')).slice(0, 110) || 'Feedback';
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
