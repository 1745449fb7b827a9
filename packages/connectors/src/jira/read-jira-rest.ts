import type { Json, JsonObject } from '@throughline/base';
import type {
  CellFault,
  SourceComment,
  SourceItem,
  SourcePerson,
  SourceReader,
  SourceRecord,
  SourceRelation,
} from '@throughline/operations';
import { readJsonItems } from '../json-items.ts';
import { listOf, objectOf, textOf } from '../json-value.ts';
import { adfToMarkdown } from './adf-to-markdown.ts';
import { JIRA_HINTS, relationType } from './jira-columns.ts';

/** What `GET /rest/api/{2,3}/search` and `/issue` answer: pages, lists, one issue, or one a line. */
export const jiraRestReader: SourceReader = { format: 'jira-rest', read: readJiraRest, hints: JIRA_HINTS };

async function* readJiraRest(content: AsyncIterable<Uint8Array>): AsyncGenerator<SourceItem> {
  let names: JsonObject = {};
  let record = 0;
  for await (const { kind, key, line, text } of readJsonItems(content)) {
    if (kind === 'member') {
      if (key === 'names') names = objectOf(parseJson(text));
      continue;
    }
    record += 1;
    const position = { record, line };
    const issue = kind === 'fault' ? undefined : objectOf(parseJson(text));
    if (issue === undefined || (issue['fields'] === undefined && issue['key'] === undefined))
      yield { kind: 'fault', position, code: issue ? 'not_an_issue' : 'not_json', value: text.slice(0, 200) };
    else yield toIssue(issue, names, position);
  }
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    // Told as a fault of the record.
    return undefined;
  }
}

/** Their names in Jira's CSV, so that both lead to the same fields. */
const NAMES: Readonly<Record<string, string>> = {
  summary: 'Summary',
  description: 'Description',
  issuetype: 'Issue Type',
  status: 'Status',
  priority: 'Priority',
  resolution: 'Resolution',
  assignee: 'Assignee',
  reporter: 'Reporter',
  creator: 'Creator',
  created: 'Created',
  updated: 'Updated',
  resolutiondate: 'Resolved',
  duedate: 'Due date',
  labels: 'Labels',
  components: 'Component/s',
  versions: 'Affects Version/s',
  fixVersions: 'Fix Version/s',
  environment: 'Environment',
  attachment: 'Attachment',
  timeoriginalestimate: 'Original estimate (seconds)',
  timeestimate: 'Remaining estimate (seconds)',
  timespent: 'Time spent (seconds)',
};
/** Read apart, or said by other fields. */
const APART: ReadonlySet<string> = new Set([
  'comment', 'issuelinks', 'subtasks', 'parent', 'worklog', 'progress', 'aggregateprogress', 'timetracking',
  'aggregatetimeoriginalestimate', 'aggregatetimeestimate', 'aggregatetimespent', 'workratio', 'watches', 'votes',
  'project', 'lastViewed', 'statuscategorychangedate', 'thumbnail', 'issuerestriction',
]); // prettier-ignore

function toIssue(issue: JsonObject, names: JsonObject, position: SourceRecord['position']): SourceRecord {
  const fields = objectOf(issue['fields']);
  const cells = new Map<string, Json>();
  const changes: CellFault[] = [];
  for (const [id, value] of Object.entries(fields)) {
    if (APART.has(id)) continue;
    const cell = toCell(id, value);
    if (cell === null) continue;
    const name = NAMES[id] ?? textOf(names[id]) ?? textOf(objectOf(issue['names'])[id]) ?? id;
    cells.set(cells.has(name) ? `${name} (${id})` : name, cell);
  }
  const votes = objectOf(fields['votes'])['votes'];
  if (typeof votes === 'number' && votes > 0) cells.set('Votes in Jira', votes);
  return {
    kind: 'record',
    position,
    identities: identitiesOf(issue),
    cells,
    comments: listOf(objectOf(fields['comment'])['comments']).map((each) => toComment(objectOf(each))),
    relations: relationsOf(fields),
    faults: [],
    changes,
  };
}

function identitiesOf(issue: JsonObject): SourceRecord['identities'] {
  const self = textOf(issue['self']);
  const origin = self !== undefined && URL.canParse(self) ? new URL(self) : undefined;
  const system = origin ? `jira:${origin.host}` : 'jira';
  const key = textOf(issue['key']);
  const base = self?.replace(/\/rest\/.*$/, '');
  const url = key !== undefined && base !== undefined ? { url: `${base}/browse/${key}` } : {};
  const ids = [textOf(issue['id']), key].filter((id) => id !== undefined);
  return ids.map((id) => ({ system, id, ...url }));
}

/** Empty gives null; what has a name gives its name. */
function toCell(id: string, value: Json): Json {
  if (value === null || value === '' || value === '{}') return null;
  if (Array.isArray(value)) return listCell(id, value as readonly Json[]);
  if (typeof value !== 'object') return value;
  const object = value as JsonObject;
  if (object['type'] === 'doc') return adfToMarkdown(object) || null;
  if (object['displayName'] !== undefined) return toPerson(object) as unknown as Json;
  return textOf(object['name']) ?? textOf(object['value']) ?? textOf(object['key']) ?? null;
}

function listCell(id: string, list: readonly Json[]): Json {
  if (id === 'attachment')
    return (
      list
        .map((each) =>
          `${textOf(objectOf(each)['filename']) ?? ''} ${textOf(objectOf(each)['content']) ?? ''}`.trim(),
        )
        .join('\n') || null
    );
  const items = list.map((each) => {
    const cell = toCell('', each);
    return cell !== null && typeof cell === 'object' ? (textOf(objectOf(cell)['name']) ?? null) : cell;
  });
  const named = items.filter((each) => each !== null).map(String);
  return named.length > 0 ? named : null;
}

export function toPerson(value: JsonObject): SourcePerson {
  const id = textOf(value['accountId']) ?? textOf(value['name']) ?? textOf(value['key']);
  const email = textOf(value['emailAddress']);
  return {
    name: textOf(value['displayName']) ?? textOf(value['name']) ?? 'Unknown',
    ...(email ? { email } : {}),
    ...(id ? { id } : {}),
  };
}

function toComment(comment: JsonObject): SourceComment {
  const { author, body } = comment;
  const id = textOf(comment['id']);
  const createdAt = textOf(comment['created']);
  const updatedAt = textOf(comment['updated']);
  return {
    body: typeof body === 'string' ? body : adfToMarkdown(body ?? null),
    ...(id ? { id } : {}),
    ...(author ? { author: toPerson(objectOf(author)) } : {}),
    ...(createdAt ? { createdAt } : {}),
    ...(updatedAt ? { updatedAt } : {}),
  };
}

function relationsOf(fields: JsonObject): SourceRelation[] {
  const links = listOf(fields['issuelinks']).flatMap((each): SourceRelation[] => {
    const link = objectOf(each);
    const word = textOf(objectOf(link['type'])['name']) ?? 'Relates';
    const type = relationType(word);
    const inward = textOf(objectOf(link['inwardIssue'])['key']);
    const outward = textOf(objectOf(link['outwardIssue'])['key']);
    if (inward) return [{ type, other: inward, direction: 'in', word }];
    return outward ? [{ type, other: outward, direction: 'out', word }] : [];
  });
  const children = listOf(fields['subtasks']).flatMap((each): SourceRelation[] => {
    const other = textOf(objectOf(each)['key']);
    return other ? [{ type: 'parent', other, direction: 'in', word: 'Sub-task' }] : [];
  });
  const parent = textOf(objectOf(fields['parent'])['key']);
  return [
    ...links,
    ...children,
    ...(parent ? [{ type: 'parent', other: parent, direction: 'out', word: 'Parent' } as const] : []),
  ];
}
