/**
 * Jira's REST answers with `expand=changelog`: an issue is a case, a status it enters is an activity. The first
 * event is the issue's creation in the status it began with.
 */
import { JsonLogBuilder } from './json-log.ts';
import { at, isRecord, listAt, readJsonDocuments, textAt } from './json-text.ts';
import type { Chunks, ReadOptions, ReadResult } from './read-options.ts';

export async function readJiraJsonLog(chunks: Chunks, options: ReadOptions = {}): Promise<ReadResult> {
  const builder = new JsonLogBuilder(options);
  for (const document of await readJsonDocuments(chunks))
    for (const issue of issuesOf(document)) addIssue(builder, issue);
  return builder.finish('jira-json', {
    case: 'key',
    activity: 'changelog.status',
    time: 'changelog.created',
    resource: 'changelog.author',
  });
}

/** A page of a search, a list of pages or issues, or one issue. */
function issuesOf(document: unknown): readonly unknown[] {
  if (Array.isArray(document)) return document.flatMap(issuesOf);
  return isRecord(document) && Array.isArray(document['issues']) ? document['issues'] : [document];
}

type Change = { readonly from: string; readonly to: string; readonly at?: string; readonly by?: string };

function addIssue(builder: JsonLogBuilder, issue: unknown): void {
  const id = textAt(issue, 'key') ?? textAt(issue, 'id');
  if (id === undefined) {
    builder.leftOut.add('no_case', () => 'an issue without a key');
    return;
  }
  const fields = at(issue, 'fields');
  const changes = statusChanges(issue);
  const first = changes[0]?.from ?? textAt(fields, 'status', 'name') ?? 'Created';
  builder.add(
    { case: id, activity: first, resource: personOf(at(fields, 'creator')) },
    textAt(fields, 'created'),
  );
  for (const change of changes)
    builder.add({ case: id, activity: change.to, resource: change.by }, change.at);
  builder.addCase(id, {
    type: textAt(fields, 'issuetype', 'name'),
    priority: textAt(fields, 'priority', 'name'),
    project: textAt(fields, 'project', 'key'),
    assignee: personOf(at(fields, 'assignee')),
    resolution: textAt(fields, 'resolution', 'name'),
    status: textAt(fields, 'status', 'name'),
    components: names(listAt(fields, 'components')),
  });
}

function names(list: readonly unknown[]): string | undefined {
  const all = list.flatMap((each) => textAt(each, 'name') ?? []);
  return all.length === 0 ? undefined : all.join(', ');
}

function personOf(person: unknown): string | undefined {
  return textAt(person, 'displayName') ?? textAt(person, 'name') ?? textAt(person, 'accountId');
}

/** Oldest first; servers answer in either order. */
function statusChanges(issue: unknown): readonly Change[] {
  const histories = listAt(issue, 'changelog', 'histories');
  const changes = histories.flatMap((history) =>
    listAt(history, 'items')
      .filter((item) => textAt(item, 'field') === 'status')
      .map((item): Change => {
        const time = textAt(history, 'created');
        const by = personOf(at(history, 'author'));
        return {
          from: textAt(item, 'fromString') ?? '',
          to: textAt(item, 'toString') ?? '',
          ...(time === undefined ? {} : { at: time }),
          ...(by === undefined ? {} : { by }),
        };
      }),
  );
  return changes.toSorted((a, b) => Date.parse(jiraTime(a.at)) - Date.parse(jiraTime(b.at)) || 0);
}

/** `-0500` as `-05:00`. */
function jiraTime(time = ''): string {
  return time.replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
}
