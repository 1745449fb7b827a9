/** What was typed into the capture, as the records it becomes. */
import type { Write } from '@throughline/client';

export interface Captured {
  readonly words: string;
  /** The first line of the words when empty. */
  readonly title: string;
  readonly space: string;
  /** An id, or `new:NAME`. */
  readonly contact: string | null;
  readonly company: string | null;
  readonly channel: string;
}

export interface CaptureParts {
  readonly id: string;
  readonly now: Date;
  readonly newId: (entity: string) => string;
}

const longestTitle = 120;

/** The first sentence or line, cut at a word where it is long. */
export function titleFrom(words: string): string {
  const [line = ''] = words.trim().split('\n');
  const [sentence = ''] = /^.*?[.!?](?=\s|$)/.exec(line) ?? [line];
  if (sentence.length <= longestTitle) return sentence;
  const cut = sentence.slice(0, longestTitle);
  return `${cut.slice(0, cut.lastIndexOf(' ') > 40 ? cut.lastIndexOf(' ') : longestTitle)}…`;
}

export function feedbackOf(
  captured: Captured,
  { id, now, newId }: CaptureParts,
): { readonly writes: readonly Write[]; readonly words: string } {
  const words = captured.words.trim();
  const company = resolve('company', captured.company, { newId, values: {} });
  const contact = resolve('contact', captured.contact, {
    newId,
    values: company.id === undefined ? {} : { company: company.id },
  });
  const values = {
    title: captured.title.trim() || titleFrom(words),
    ...(words !== '' && { body: words }),
    space: captured.space,
    channel: captured.channel,
    state: 'new',
    receivedAt: now.toISOString(),
    ...(contact.id !== undefined && { contact: contact.id }),
    ...(company.id !== undefined && { company: company.id }),
  };
  return {
    words,
    writes: [...company.writes, ...contact.writes, { entity: 'feedback', verb: 'create', id, values }],
  };
}

interface Resolving {
  readonly newId: (entity: string) => string;
  readonly values: Write['values'];
}

function resolve(
  entity: string,
  value: string | null,
  { newId, values }: Resolving,
): { readonly id: string | undefined; readonly writes: readonly Write[] } {
  if (value === null) return { id: undefined, writes: [] };
  if (!value.startsWith('new:')) return { id: value, writes: [] };
  const id = newId(entity);
  return { id, writes: [{ entity, verb: 'create', id, values: { ...values, name: value.slice(4) } }] };
}
