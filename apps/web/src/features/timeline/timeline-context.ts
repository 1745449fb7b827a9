/** What every mark of a timeline draws itself from. The same object until one of its parts changes. */
import { must } from '@throughline/base';
import { createContext, useContext } from 'react';
import type { TimelineModel, TimelineShape } from '../../data/timeline-model.ts';
import type { Span } from '../../data/timeline-span.ts';
import type { DragStore } from './drag-store.ts';
import type { RowShape, TimeAxis } from './timeline-layout.ts';

export interface TimelineParts {
  readonly model: TimelineModel;
  readonly shape: TimelineShape;
  readonly axis: TimeAxis;
  readonly row: RowShape;
  readonly labels: 'inside' | 'beside';
  readonly drags: DragStore;
  readonly openedId: string | undefined;
  readonly selected: ReadonlySet<string>;
  /** The mark that the keyboard is on. */
  readonly activeKey: string | undefined;
  readonly canChange: (id: string, at: number) => boolean;
  /** Where a bar stood on the day that is compared with. */
  readonly baselineOf: (id: string, at: number) => Span | undefined;
}

export const TimelineContext = createContext<TimelineParts | undefined>(undefined);

export function useTimelineParts(): TimelineParts {
  return must(useContext(TimelineContext));
}
