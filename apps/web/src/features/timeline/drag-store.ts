/** What is under the pointer, or moved by keys, outside React: only what moves is drawn again. */
import type { Span } from '../../data/timeline-span.ts';
import type { MarkPlace } from './timeline-marks.ts';

export interface Drag {
  /** `printPlace` of the mark; of a record from the tray, `tray`. */
  readonly key: string;
  readonly place: MarkPlace;
  readonly span: Span;
  /** The lane it would come into. */
  readonly toLane: string;
  /** Pixels the mark stands below where it was; for a record from the tray, below the top. */
  readonly down: number;
}

export const TRAY_KEY = 'tray';

export interface DragStore {
  readonly get: () => Drag | undefined;
  readonly of: (key: string) => Drag | undefined;
  readonly set: (drag: Drag | undefined) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function makeDragStore(): DragStore {
  const listeners = new Set<() => void>();
  let drag: Drag | undefined;
  return {
    get: () => drag,
    of: (key) => (drag?.key === key ? drag : undefined),
    set: (next) => {
      if (next === drag) return;
      drag = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
