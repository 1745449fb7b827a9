/** What somebody said in another program becomes feedback, or goes on with it; the same message does so once. */
import { textOf, type JsonObject } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { StoredRecord } from '@throughline/db';
import { CONNECTORS, LIMITS, type Values } from '@throughline/model';
import type { Actor } from '../access/actor.ts';
import { executeGathered } from '../execute.ts';
import { leadOf } from '../records/lead-of.ts';
import { wokenValues } from '../feedback/due-at.ts';
import { findIdentities, indexIdentities } from '../import/reference-index.ts';
import { companyOf } from '../portal/company-of.ts';
import { createPrepared } from '../records/create-record.ts';
import { excerptOf } from '../rules/record-space.ts';
import { findAll } from '../rules/find-one.ts';
import type { Runtime } from '../runtime.ts';
import type { Work } from '../work.ts';
import { authorOf } from './author-of.ts';
import type { FoundConnection } from './find-connection.ts';

/** A message as a connector read it; what it names is not judged yet. */
export type IncomingWord = {
  /** The same for the same message. */
  readonly id: string;
  /** Where nothing can follow there is none. */
  readonly thread?: string;
  readonly title?: string;
  readonly body: string;
  readonly link?: string;
  readonly at?: string;
  readonly author: IncomingAuthor;
};

export type IncomingAuthor = {
  readonly id?: string;
  readonly name?: string;
  readonly email?: string;
  readonly company?: string;
};

/** What came of it: new feedback, a word more on one, or nothing that was not known. */
export type WordOutcome = 'feedback' | 'comment' | 'known';

export async function receiveWord(
  runtime: Runtime,
  found: FoundConnection,
  word: IncomingWord,
): Promise<WordOutcome> {
  const { workspace, connection } = found;
  const actor: Actor = {
    kind: 'connector',
    person: null,
    visitor: { space: textOf(connection.values['space']), contact: null },
  };
  const request = { workspace, actor, source: 'connector' } as const;
  const { result } = await executeGathered(runtime, request, async (work) => ({
    outcome: await receive(work, found, clean(word)),
  }));
  return result['outcome'] as WordOutcome;
}

/** NUL cannot be stored, half a character is no text, and what is too long is cut. */
function clean(word: IncomingWord): IncomingWord {
  const fit = (text: string, length: number): string =>
    text
      .replaceAll('\0', '')
      .replaceAll(/\p{Surrogate}/gu, '\ufffd')
      .slice(0, length)
      .replace(/[\ud800-\udbff]$/, '');
  const { title, author, thread } = word;
  return {
    ...word,
    id: fit(word.id, 400),
    ...(thread === undefined ? {} : { thread: fit(thread, 400) }),
    body: fit(word.body, LIMITS.bodyLength),
    ...(title === undefined ? {} : { title: fit(title, 500) }),
    author: Object.fromEntries(Object.entries(author).map(([name, text]) => [name, fit(text, 300).trim()])),
  };
}

async function receive(work: Work, found: FoundConnection, word: IncomingWord): Promise<WordOutcome> {
  const { connection } = found;
  if (await isKnown(work, connection.id, word.id)) return 'known';
  const said = { found, word, contact: await authorOf(work, found, word.author) };
  const thread = word.thread === undefined ? undefined : await findThread(work, found, word.thread);
  const record = thread === undefined ? await addFeedback(work, said) : await addComment(work, said, thread);
  const entity = thread === undefined ? 'feedback' : 'comment';
  const added = await indexIdentities(work, entity, [
    { id: record.id, system: connection.id, external: word.id },
  ]);
  // Another process keeps the same message at this moment: it is known when this is tried again.
  if (added === 0) throw new Refusal('not_possible', { message: 'The message is kept already.' });
  return thread === undefined ? 'feedback' : 'comment';
}

async function isKnown(work: Work, connection: string, id: string): Promise<boolean> {
  const wanted = [{ system: connection, external: id }];
  const found = [
    await findIdentities(work, 'feedback', wanted),
    await findIdentities(work, 'comment', wanted),
  ];
  return found.some(({ size }) => size > 0);
}

/** The newest feedback of the conversation, where it has stayed in the connection's space. */
async function findThread(
  work: Work,
  { connection }: FoundConnection,
  thread: string,
): Promise<StoredRecord | undefined> {
  const begun = await findAll(work, work.entity('feedback'), { connection: connection.id, thread });
  const found = begun.findLast(({ values }) => values['space'] === connection.values['space']);
  return found === undefined ? undefined : leadOf(work, work.entity('feedback'), found);
}

type Said = {
  readonly found: FoundConnection;
  readonly word: IncomingWord;
  readonly contact: StoredRecord | undefined;
};

async function addFeedback(work: Work, { found, word, contact }: Said): Promise<StoredRecord> {
  const { connection, connector } = found;
  const { team, space = null } = connection.values;
  const title = word.title?.trim();
  const named = word.author.company;
  const company = contact?.values['company'] ?? (named ? (await companyOf(work, named))?.id : undefined);
  const values: Values = {
    title: (title ? title : excerptOf(word.body)) || '…',
    state: 'new',
    channel: CONNECTORS.find(({ key }) => key === connector)?.channel ?? 'api',
    receivedAt: word.at !== undefined && word.at < work.now ? word.at : work.now,
    connection: connection.id,
    ...(word.thread === undefined ? {} : { thread: word.thread }),
    space,
    sources: [sourceOf(found, word)],
    ...(word.body === '' ? {} : { body: word.body }),
    ...linkOf(word.link),
    ...(contact === undefined ? {} : { contact: contact.id }),
    ...(company === undefined ? {} : { company }),
    ...(team === undefined ? {} : { team }),
  };
  return createPrepared(work, work.entity('feedback'), { values });
}

function sourceOf({ connector }: FoundConnection, { id, link }: IncomingWord): JsonObject {
  return { system: connector, id, ...(link === undefined ? {} : { url: link }) };
}

function linkOf(url: string | undefined): Values {
  return url !== undefined && url.length <= 2000 && /^https:\/\/[^\s/]+\/\S*$/.test(url)
    ? { link: { url } }
    : {};
}

/** What is said next stands beside what was said before, and asks for somebody again. */
async function addComment(
  work: Work,
  { found, word, contact }: Said,
  thread: StoredRecord,
): Promise<StoredRecord> {
  const body = word.body === '' ? '…' : word.body;
  const comment = await createPrepared(work, work.entity('comment'), {
    values: {
      record: thread.id,
      space: thread.values['space'] ?? null,
      body,
      excerpt: excerptOf(body),
      sources: [sourceOf(found, word)],
      ...(contact === undefined ? {} : { contact: contact.id }),
    },
  });
  await work.update(work.entity('feedback'), thread, { values: wokenValues(work, thread.values) });
  return comment;
}
