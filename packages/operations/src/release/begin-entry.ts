import { textOf } from '@throughline/base';
import type { Values } from '@throughline/model';
import type { Work } from '../work.ts';

/**
 * What the entry of a release begins with where its text is left out: the release's notes, and its ideas with the
 * number of customers who asked, which also are what it tells of. Somebody reads it before it is published.
 */
export async function beginEntry(work: Work, values: Values): Promise<Values> {
  const { release: id, text } = values;
  if (typeof id !== 'string' || (text !== undefined && text !== null)) return {};
  const release = await work.read(work.entity('release'), id);
  const ideas = (await readIdeas(work, id)).filter((idea) => isReadable(work, idea));
  const notes = textOf(release.values['body'] ?? '').trim();
  const list = ideas.map((idea) => `- ${asLine(idea)}`).join('\n');
  const parts = [notes, list].filter((part) => part !== '');
  return {
    ...(parts.length === 0 ? {} : { text: parts.join('\n\n') }),
    ...(ideas.length === 0 ? {} : { ideas: ideas.map(({ id: each }) => each) }),
  };
}

type ShippedIdea = {
  readonly id: string;
  readonly space: string;
  readonly title: string;
  readonly customers: number;
};

const MOST = 500;

async function readIdeas(work: Work, release: string): Promise<readonly ShippedIdea[]> {
  const { rows } = await work.tx.query<ShippedIdea>(
    `select i.id, i.space, i.title, (
       select count(distinct n.contact)::int from insight n
       where n.workspace_id = $1 and n.idea = i.id and n.archived_at is null) as customers
     from idea i where i.workspace_id = $1 and i.ships_in = $2 and i.archived_at is null
     order by customers desc, i.rank, i.id limit ${MOST}`,
    [work.state.id, release],
  );
  return rows;
}

function isReadable(work: Work, { id, space }: ShippedIdea): boolean {
  return work.may(work.entity('idea'), 'read', { id, values: { space } });
}

/** Titles are no Markdown: what would be read as such is said to be none. */
function asLine({ title, customers }: ShippedIdea): string {
  const words = title.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#~|]/g, String.raw`\$&`);
  return customers < 2 ? words : `${words} (${customers})`;
}
