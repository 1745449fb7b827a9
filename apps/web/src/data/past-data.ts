/** The workspace as it was at the end of a day: the same reads over a replica of then, and nothing to write. */
import { TZDate } from '@date-fns/tz';
import { openPast } from '@throughline/client';
import { MODEL } from '@throughline/model';
import { placeName, type Place } from './record-source.ts';
import { makeWorkspaceData, type WorkspaceData } from './workspace-data.ts';

const mostKept = 3;

interface Pasts {
  /** `day` is `YYYY-MM-DD`. Kept for the next time; needs the network the first. */
  readonly open: (day: string, place: Place) => Promise<WorkspaceData>;
}

function makePasts(live: WorkspaceData): Pasts {
  const kept = new Map<string, Promise<WorkspaceData>>();
  async function read(day: string, place: Place): Promise<WorkspaceData> {
    const replica = await openPast(live.replica, {
      model: MODEL,
      at: day,
      spaces: typeof place === 'string' ? [place] : (place ?? []),
    });
    const end = endOfDay(day, live.replica.session().workspace.zone);
    return makeWorkspaceData(replica, { now: () => end, live });
  }
  return {
    open: (day, place) => {
      const name = `${day} ${placeName(place)}`;
      const past = kept.get(name) ?? read(day, place);
      kept.delete(name);
      kept.set(name, past);
      past.catch(() => kept.delete(name));
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      return past;
    },
  };
}

const pasts = new WeakMap<WorkspaceData, Pasts>();

/** The same for the same workspace, so that a day is fetched once. */
export function pastsOf(live: WorkspaceData): Pasts {
  const known = pasts.get(live) ?? makePasts(live);
  pasts.set(live, known);
  return known;
}

function endOfDay(day: string, zone: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new TZDate(year, month - 1, date + 1, zone).getTime() - 1;
}
