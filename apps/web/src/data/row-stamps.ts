/** Says of each record when it last looked different, so that only its row is drawn again; and whose doing it was. */
import type { WorkspaceData } from './workspace-data.ts';

export interface RowStamps {
  /** Another number after every change that may show in the record's row. */
  readonly of: (id: string) => number;
  /** Another number after every change by somebody else; 0 while there was none. */
  readonly arrivalOf: (id: string) => number;
  /** Every row may look different. */
  readonly renew: () => void;
  /** Begins to listen; returns the way to stop. */
  readonly follow: () => () => void;
}

export interface StampOptions {
  readonly entity: string;
  /** A change to one record can show in the rows of others: a formula over all of them. */
  readonly isShared: () => boolean;
}

/** More at once are drawn again as a whole. */
const mostRows = 200;

export function makeRowStamps({ hub, writer }: WorkspaceData, { entity, isShared }: StampOptions): RowStamps {
  const stamps = new Map<string, number>();
  const arrivals = new Map<string, number>();
  let last = 0;
  let common = 0;

  function renew(): void {
    last += 1;
    common = last;
    stamps.clear();
  }
  return {
    of: (id) => stamps.get(id) ?? common,
    arrivalOf: (id) => arrivals.get(id) ?? 0,
    renew,
    follow: () => {
      // What came while nobody listened is not known.
      renew();
      arrivals.clear();
      return hub.onTouched((touched) => {
        const ids = touched.get(entity) ?? new Set();
        const hasOthers = [...touched].some(([name, others]) => name !== entity && others.size > 0);
        if (hasOthers || ids.size > mostRows || isShared()) renew();
        last += 1;
        if (ids.size > mostRows) return arrivals.clear();
        for (const id of ids) {
          stamps.set(id, last);
          if (!writer.wroteLately(id)) arrivals.set(id, last);
        }
      });
    },
  };
}
