/** Who changed what between two days, and why, as far as the log and the comments on it tell. */
import type { Change } from '@throughline/model';
import { useEffect, useState } from 'react';
import { placeName, type Place } from '../../data/record-source.ts';
import type { WorkspaceData } from '../../data/workspace-data.ts';

type Told = Pick<Change, 'id' | 'after' | 'before' | 'actor' | 'cause' | 'occurredAt'>;

/** The newest change of each field of each record; `''` stands for the record's coming or going. */
export type DayStory = ReadonlyMap<string, ReadonlyMap<string, Told>>;

export interface StoryRequest {
  readonly entity: string;
  readonly place: Place;
  /** `YYYY-MM-DD` */
  readonly since: string;
  /** Today when left out. */
  readonly until?: string | undefined;
}

/** More are not told one by one: the differences themselves are complete without. */
const mostPages = 10;

/** Undefined while it is being read; empty where the server cannot be reached. */
export function useDayStory(live: WorkspaceData, request: StoryRequest): DayStory | undefined {
  const { entity, place, since, until } = request;
  const [known, setKnown] = useState<{ readonly of: string; readonly story: DayStory }>();
  const name = [entity, placeName(place), since, until].join(' ');
  useEffect(() => {
    const leaving = new AbortController();
    readStory(live, { entity, place, since, until }, leaving.signal).then(
      (story) => !leaving.signal.aborted && setKnown({ of: name, story }),
      () => !leaving.signal.aborted && setKnown({ of: name, story: new Map() }),
    );
    return () => leaving.abort();
  }, [live, entity, place, since, until, name]);
  return known?.of === name ? known.story : undefined;
}

type Story = Map<string, Map<string, Told>>;

async function readStory(
  live: WorkspaceData,
  { place, ...request }: StoryRequest,
  signal: AbortSignal,
): Promise<DayStory> {
  const story: Story = new Map();
  const spaces = typeof place === 'string' ? [place] : (place ?? []);
  await Promise.all(spaces.map((space) => readSpace(live, { ...request, space }, { story, signal })));
  return story;
}

async function readSpace(
  { replica }: WorkspaceData,
  request: Readonly<Record<string, string | undefined>>,
  { story, signal }: { readonly story: Story; readonly signal: AbortSignal },
): Promise<void> {
  let cursor: string | null = '';
  for (let page = 0; page < mostPages && cursor !== null; page++) {
    const given = Object.entries({ ...request, cursor }).filter(([, value]) => Boolean(value));
    const query = new URLSearchParams(given as [string, string][]);
    const { body } = await replica.call('GET', `/changes?${query.toString()}`, { signal });
    for (const change of body['items'] as unknown as readonly Told[]) note(story, change);
    cursor = typeof body['nextCursor'] === 'string' ? body['nextCursor'] : null;
  }
}

function note(story: Story, change: Told): void {
  const known = story.get(change.id) ?? new Map<string, Told>();
  story.set(change.id, known);
  const isComing = change.before === null || change.after === null || 'archivedAt' in change.after;
  if (isComing) known.set('', change);
  for (const field of Object.keys(change.after ?? {})) known.set(field, change);
}

/** What somebody said of the act: the reason chosen, or the words. */
export function reasonOf({ hub }: WorkspaceData, { id, cause }: Told): string | undefined {
  const said = hub.related('comment', 'cause', cause).find(({ values }) => values['record'] === id);
  const text = said?.values['excerpt'];
  return typeof text === 'string' ? text : undefined;
}
