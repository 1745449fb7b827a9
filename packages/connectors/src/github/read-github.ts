import type { Json, JsonObject } from '@throughline/base';
import type {
  ColumnHint,
  SourceComment,
  SourceItem,
  SourcePerson,
  SourceReader,
  SourceRecord,
  SourceRelation,
} from '@throughline/operations';
import { readJsonItems } from '../json-items.ts';
import { listOf, objectOf, textOf } from '../json-value.ts';

const HINTS: Readonly<Record<string, ColumnHint>> = {
  Title: 'title',
  Body: { idea: 'description', feedback: 'body' },
  State: { idea: 'status', feedback: 'state' },
  'State reason': 'new:select',
  Author: { idea: 'new:text', feedback: 'contact' },
  Assignee: 'owner',
  Labels: 'labels',
  Milestone: 'new:select',
  Type: 'new:select',
  'Author association': 'new:select',
  URL: { idea: 'new:link', feedback: 'link' },
  Created: 'createdAt',
  Updated: 'updatedAt',
  Closed: { idea: 'new:timestamp', feedback: 'handledAt' },
};

/**
 * Issues as the REST API and `gh issue list --json` give them, alone, in lists or one a line, also wrapped with
 * their timeline as backups do: `{"issue": …, "events": […]}`.
 */
export const githubReader: SourceReader = {
  format: 'github',
  read: readGithub,
  channel: 'github',
  hints: HINTS,
  // An open issue waits to be handled, which is what `new` means here; `open` would say somebody is at it.
  options: { State: { open: 'new' } },
};

async function* readGithub(content: AsyncIterable<Uint8Array>): AsyncGenerator<SourceItem> {
  let record = 0;
  for await (const { kind, line, text } of readJsonItems(content)) {
    if (kind === 'member') continue;
    record += 1;
    const position = { record, line };
    const item = kind === 'fault' ? undefined : parseJson(text);
    const fault = (code: string): SourceItem => ({
      kind: 'fault',
      position,
      code,
      value: text.slice(0, 200),
    });
    if (item === undefined) {
      yield fault('not_json');
      continue;
    }
    const issue = objectOf(item['issue'] ?? item);
    if (textOf(issue['title']) === undefined && issue['number'] === undefined) yield fault('not_an_issue');
    else if (issue['pull_request'] !== undefined) yield fault('pull_request');
    else yield toRecord(issue, item, position);
  }
}

function parseJson(text: string): JsonObject | undefined {
  try {
    return objectOf(JSON.parse(text) as Json);
  } catch {
    // Told as a fault of the record.
    return undefined;
  }
}

function toRecord(issue: JsonObject, item: JsonObject, position: SourceRecord['position']): SourceRecord {
  const url = textOf(issue['html_url']) ?? webAddress(textOf(issue['url']));
  const place = url === undefined ? undefined : /github[^/]*\/([^/]+\/[^/]+)\/issues\/(\d+)/.exec(url);
  const id = place ? `${place[1]}#${place[2]}` : (textOf(issue['id']) ?? textOf(issue['number']) ?? '');
  const cells = new Map<string, Json>();
  const put = (column: string, value: Json | undefined): void => {
    const isEmpty =
      value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
    if (!isEmpty) cells.set(column, value);
  };
  put('Title', issue['title']);
  put('Body', issue['body']);
  put('State', textOf(issue['state'])?.toLowerCase());
  put(
    'State reason',
    textOf(issue['state_reason'] ?? issue['stateReason'])
      ?.toLowerCase()
      .replaceAll('_', ' '),
  );
  put('Author', personOf(issue['user'] ?? issue['author']) as Json | undefined);
  put('Assignee', personOf(listOf(issue['assignees'])[0] ?? issue['assignee']) as Json | undefined);
  put(
    'Labels',
    listOf(issue['labels']).flatMap((label) => textOf(objectOf(label)['name'] ?? label) ?? []),
  );
  put('Milestone', textOf(objectOf(issue['milestone'])['title']));
  put('Type', textOf(objectOf(issue['type'])['name']));
  put('Author association', textOf(issue['author_association'])?.toLowerCase());
  put('URL', url);
  put('Created', issue['created_at'] ?? issue['createdAt']);
  put('Updated', issue['updated_at'] ?? issue['updatedAt']);
  put('Closed', issue['closed_at'] ?? issue['closedAt']);
  const reactions = objectOf(issue['reactions'])['total_count'];
  if (typeof reactions === 'number' && reactions > 0) put('Reactions', reactions);
  return {
    kind: 'record',
    position,
    identities: [{ system: 'github', id, ...(url ? { url } : {}) }],
    cells,
    comments: commentsOf(issue, item),
    relations: listOf(item['events'] ?? item['timeline']).flatMap((event) => relationOf(objectOf(event))),
    faults: [],
    changes: [],
  };
}

/** The API's own address of an issue, as people open it. */
function webAddress(url: string | undefined): string | undefined {
  return url?.replace(/^https:\/\/api\.github\.com\/repos\//, 'https://github.com/');
}

function personOf(value: Json | undefined): SourcePerson | undefined {
  const user = objectOf(value);
  const login = textOf(user['login']);
  const name = textOf(user['name']) ?? login;
  if (name === undefined) return undefined;
  const email = textOf(user['email']);
  const url = textOf(user['html_url']);
  return { name, ...(login ? { id: login } : {}), ...(email ? { email } : {}), ...(url ? { url } : {}) };
}

function commentsOf(issue: JsonObject, item: JsonObject): SourceComment[] {
  const events = listOf(item['events'] ?? item['timeline'])
    .map(objectOf)
    .filter((each) => each['event'] === 'commented');
  const listed = [...listOf(issue['comments']), ...(item === issue ? [] : listOf(item['comments']))].map(
    objectOf,
  );
  return [...events, ...listed].flatMap((comment): SourceComment[] => {
    const body = textOf(comment['body']);
    if (body === undefined) return [];
    const id = textOf(comment['id'] ?? comment['url']);
    const author = personOf(comment['user'] ?? comment['author'] ?? comment['actor']);
    const createdAt = textOf(comment['created_at'] ?? comment['createdAt']);
    const updatedAt = textOf(comment['updated_at'] ?? comment['updatedAt']);
    return [
      {
        body,
        ...(id ? { id } : {}),
        ...(author ? { author } : {}),
        ...(createdAt ? { createdAt } : {}),
        ...(updatedAt ? { updatedAt } : {}),
      },
    ];
  });
}

function relationOf(event: JsonObject): SourceRelation[] {
  if (event['event'] !== 'cross-referenced') return [];
  const other = objectOf(objectOf(event['source'])['issue']);
  if (other['pull_request'] !== undefined) return [];
  const place = /github[^/]*\/([^/]+\/[^/]+)\/issues\/(\d+)/.exec(textOf(other['html_url']) ?? '');
  return place
    ? [{ type: 'relates', other: `${place[1]}#${place[2]}`, direction: 'in', word: 'mentioned' }]
    : [];
}
