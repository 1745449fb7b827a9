import { useEffect, useState } from 'react';
import { useWorkspace } from '../../data/data-context.ts';
import { pastsOf } from '../../data/past-data.ts';
import { placeName, type Place } from '../../data/record-source.ts';
import type { WorkspaceData } from '../../data/workspace-data.ts';

export type PastState =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly data: WorkspaceData }
  | { readonly state: 'failed'; readonly error: unknown };

/** The workspace as it was at the end of a day (`YYYY-MM-DD`), for the spaces looked at; undefined days are the present. */
export function usePast(live: WorkspaceData, day: string | undefined, place: Place): PastState {
  const [known, setKnown] = useState<{ readonly of: string; readonly state: PastState }>();
  const name = `${day} ${placeName(place)}`;
  useEffect(() => {
    if (day === undefined) return undefined;
    let isGone = false;
    const take = (state: PastState) => !isGone && setKnown({ of: name, state });
    pastsOf(live)
      .open(day, place)
      .then(
        (data) => take({ state: 'open', data }),
        (error: unknown) => take({ state: 'failed', error }),
      );
    return () => {
      isGone = true;
    };
  }, [live, day, place, name]);
  if (day === undefined) return { state: 'open', data: live };
  return known?.of === name ? known.state : { state: 'opening' };
}

/** Of the workspace that is open here, as it is now. */
export function useLive(): WorkspaceData {
  const data = useWorkspace();
  return data.live ?? data;
}
