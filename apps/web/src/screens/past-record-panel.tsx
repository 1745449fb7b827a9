import { WorkspaceContext } from '../data/data-context.ts';
import type { Place } from '../data/record-source.ts';
import { useLive, usePast } from '../features/time-travel/use-past.ts';
import { OpeningProgress } from '../frame/opening-progress.tsx';
import { RecordPanel, type RecordPanelProps } from './record-panel.tsx';

export interface PastRecordPanelProps extends RecordPanelProps {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** The spaces that are looked back at. */
  readonly place: Place;
}

/** The record beside a view of an earlier day, as it was on it. */
export function PastRecordPanel({ day, place, ...rest }: PastRecordPanelProps) {
  const past = usePast(useLive(), day, place);
  if (past.state !== 'open') return <OpeningProgress />;
  return (
    <WorkspaceContext value={past.data}>
      <RecordPanel {...rest} />
    </WorkspaceContext>
  );
}
