/** `@[Ada Lovelace](person_…)`: how a comment names somebody. */
const mention = /@\[([^\]]*)\]\((person_[0-9a-z]{26})\)/g;

export type CommentPart =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'mention'; readonly name: string; readonly person: string };

export function readComment(body: string): readonly CommentPart[] {
  const parts: CommentPart[] = [];
  let end = 0;
  for (const match of body.matchAll(mention)) {
    if (match.index > end) parts.push({ type: 'text', text: body.slice(end, match.index) });
    parts.push({ type: 'mention', name: match[1] ?? '', person: match[2] ?? '' });
    end = match.index + match[0].length;
  }
  if (end < body.length) parts.push({ type: 'text', text: body.slice(end) });
  return parts;
}

export interface MentionDraft {
  /** Where the `@` stands. */
  readonly start: number;
  readonly query: string;
}

/** The name being typed behind an `@` before the cursor. */
export function mentionAt(text: string, cursor: number): MentionDraft | undefined {
  const match = /(?:^|\s)@([\p{L}\p{N}'.-]*(?: [\p{L}\p{N}'.-]*)?)$/u.exec(text.slice(0, cursor));
  if (match === null) return undefined;
  const query = match[1] ?? '';
  return { start: cursor - query.length - 1, query };
}

/** The people named in typed text, put in as the names people see: `@Ada Lovelace`. */
export function toBody(
  text: string,
  people: readonly { readonly id: string; readonly name: string }[],
): string {
  return people.reduce((body, { id, name }) => body.replaceAll(`@${name}`, () => `@[${name}](${id})`), text);
}

/** The other way, for editing. */
export function toTyped(body: string): string {
  return readComment(body)
    .map((part) => (part.type === 'text' ? part.text : `@${part.name}`))
    .join('');
}
