import { textOf } from '@throughline/base';
import { loadRecords, type StoredRecord } from '@throughline/db';
import type { Change } from '@throughline/model';
import { excerptOf, findAll, type Work } from '@throughline/operations';
import { namedId } from './derived-id.ts';
import type { Sink } from './sink.ts';

/**
 * Votes of customers for feedback are evidence for the ideas that the feedback is linked to: each is an insight of
 * its own, so that who stands behind an idea is counted and told. It goes with the vote, or with the link.
 */
export const countVoices: Sink = {
  name: 'count-voices',
  apply: async (work, changes) => {
    const concerned = new Set<string>();
    for (const change of changes) for (const id of await feedbackOf(work, change)) concerned.add(id);
    for (const id of concerned) await settle(work, id);
  },
};

/** The feedback whose voices may be others now: two where something has gone from one to the other. */
async function feedbackOf(work: Work, { entity, id, before, after }: Change): Promise<readonly string[]> {
  const named = (field: string): string[] =>
    [before?.[field], after?.[field]].filter((value) => typeof value === 'string');
  if (entity === 'vote')
    return named('record').filter((record) => work.model.entityOfId(record)?.name === 'feedback');
  if (entity !== 'insight') return [];
  const current = (await work.find(work.entity('insight'), id))?.values;
  const values = { ...current, ...before, ...after };
  if (values['vote'] !== undefined) return [];
  return [
    ...named('feedback'),
    ...(current?.['feedback'] === undefined ? [] : [textOf(current['feedback'])]),
  ];
}

async function settle(work: Work, id: string): Promise<void> {
  const feedback = await work.find(work.entity('feedback'), id);
  const entity = work.entity('insight');
  const insights = await findAll(work, entity, { feedback: id });
  const voices = new Map(insights.filter(isVoice).map((voice) => [voice.id, voice]));
  const wanted = feedback === undefined ? [] : await voicesOf(work, feedback, insights.filter(isLink));
  const isNew = ({ id: voice }: StoredRecord): boolean => !voices.has(voice);
  await work.insert(entity, wanted.filter(isNew));
  const kept = new Set(wanted.map((voice) => voice.id));
  for (const [voice, record] of voices) if (!kept.has(voice)) await work.remove(entity, record);
}

function isVoice({ values }: StoredRecord): boolean {
  return values['vote'] !== undefined;
}

function isLink(insight: StoredRecord): boolean {
  return !isVoice(insight) && insight.values['archivedAt'] === undefined;
}

/** One for each vote and idea; who is quoted on the idea counts already. */
async function voicesOf(
  work: Work,
  feedback: StoredRecord,
  links: readonly StoredRecord[],
): Promise<StoredRecord[]> {
  const votes = await findAll(work, work.entity('vote'), {
    record: feedback.id,
    field: null,
    archivedAt: null,
  });
  const given = votes.filter(({ values }) => values['contact'] !== undefined);
  const ideas = new Map(links.map(({ values }) => [textOf(values['idea']), values['space'] ?? null]));
  if (given.length === 0 || ideas.size === 0) return [];
  const contacts = await loadRecords(work.tx, work.tableOf(work.entity('contact')), work.state.id, {
    ids: given.map(({ values }) => textOf(values['contact'])),
  });
  const quoted = new Set(
    links.map(({ values }) => `${textOf(values['idea'])} ${textOf(values['contact'] ?? '')}`),
  );
  return [...ideas].flatMap(([idea, space]) =>
    given.flatMap((vote) => {
      const contact = textOf(vote.values['contact']);
      if (quoted.has(`${idea} ${contact}`)) return [];
      const company = contacts.get(contact)?.values['company'];
      const values = {
        idea,
        feedback: feedback.id,
        vote: vote.id,
        contact,
        space,
        excerpt: excerptOf(textOf(feedback.values['title'] ?? '')),
        ...(company === undefined ? {} : { company }),
      };
      return [{ id: namedId('insight', [work.state.id, vote.id, idea]), values }];
    }),
  );
}
