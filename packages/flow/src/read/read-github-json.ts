/**
 * Issues of GitHub with their timelines: one object `{issue, events}` a line, a list of them, or issues whose
 * `timeline` or `timeline_items` lies within. What happens to an issue is an activity: `opened`, `labeled: bug`.
 */
import { JsonLogBuilder } from './json-log.ts';
import { at, isRecord, listAt, readJsonDocuments, textAt } from './json-text.ts';
import type { Chunks, ReadOptions, ReadResult } from './read-options.ts';

export async function readGithubJsonLog(chunks: Chunks, options: ReadOptions = {}): Promise<ReadResult> {
  const builder = new JsonLogBuilder(options);
  for (const document of await readJsonDocuments(chunks))
    for (const entry of Array.isArray(document) ? (document as unknown[]) : [document])
      addEntry(builder, entry);
  return builder.finish('github-json', {
    case: 'number',
    activity: 'event',
    time: 'created_at',
    resource: 'actor.login',
  });
}

function addEntry(builder: JsonLogBuilder, entry: unknown): void {
  const issue = isRecord(at(entry, 'issue')) ? at(entry, 'issue') : entry;
  const number = textAt(issue, 'number') ?? textAt(issue, 'id');
  if (number === undefined) {
    builder.leftOut.add('no_case', () => 'an issue without a number');
    return;
  }
  const id = `#${number}`;
  builder.add(
    { case: id, activity: 'opened', resource: textAt(issue, 'user', 'login') },
    textAt(issue, 'created_at'),
  );
  for (const event of [
    ...listAt(entry, 'events'),
    ...listAt(entry, 'timeline'),
    ...listAt(entry, 'timeline_items'),
  ])
    addEvent(builder, id, event);
  builder.addCase(id, {
    title: textAt(issue, 'title'),
    state: textAt(issue, 'state'),
    author: textAt(issue, 'user', 'login'),
    assignee: textAt(issue, 'assignee', 'login'),
    milestone: textAt(issue, 'milestone', 'title'),
    labels: listAt(issue, 'labels')
      .flatMap((label) => textAt(label, 'name') ?? [])
      .join(', '),
    comments: Number(textAt(issue, 'comments') ?? 0),
  });
}

function addEvent(builder: JsonLogBuilder, id: string, event: unknown): void {
  const name = textAt(event, 'event');
  if (name === undefined) {
    builder.leftOut.add('no_activity', () => `case ${id}`);
    return;
  }
  const label = textAt(event, 'label', 'name');
  const resource = textAt(event, 'actor', 'login') ?? textAt(event, 'user', 'login');
  const time =
    textAt(event, 'created_at') ?? textAt(event, 'submitted_at') ?? textAt(event, 'author', 'date');
  builder.add({ case: id, activity: label === undefined ? name : `${name}: ${label}`, resource }, time);
}
