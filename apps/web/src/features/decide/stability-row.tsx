import type { RecordStability } from '@throughline/decide';
import { t } from '../../messages/area-t.ts';
import { asPercent } from './as-percent.ts';

export interface StabilityRowProps {
  readonly record: RecordStability;
  readonly title: string;
  readonly top: number;
  /** How many are ranked in all: the width of the drawing. */
  readonly worst: number;
  readonly nameOf: (field: string) => string;
  readonly onOpen: (id: string) => void;
}

/** One record: how often it is among the first, between which ranks it moves, and what that hangs on. */
export function StabilityRow({ record, title, top, worst, nameOf, onOpen }: StabilityRowProps) {
  const { rank, share, low, high, guesses } = record;
  const [decisive] = guesses;
  return (
    <li className="grid grid-cols-[2rem_1fr_auto] items-baseline gap-x-2 border-b py-2 text-ui">
      <span className="text-right text-muted tabular-nums">{rank}</span>
      <button
        type="button"
        className="min-w-0 truncate text-left font-medium hover:underline"
        onClick={() => onOpen(record.id)}
      >
        {title}
      </button>
      <span className="font-medium tabular-nums">{asPercent(share)}</span>
      <span className="col-start-2 col-end-4 flex flex-col gap-1 text-small text-muted">
        <RankInterval record={record} top={top} worst={worst} />
        <span>
          {low === high ? t('decide.alwaysRank', { rank: low }) : t('decide.ranks', { low, high })}
          {decisive && decisive.effect > 0.02 && (
            <>
              {' · '}
              {t('decide.hangsOn', {
                field: nameOf(decisive.field),
                low: asPercent(decisive.atLow),
                high: asPercent(decisive.atHigh),
              })}
            </>
          )}
        </span>
      </span>
    </li>
  );
}

/** From P10 to P90, with the rank as it stands; the first places are shaded. */
function RankInterval({ record, top, worst }: Pick<StabilityRowProps, 'record' | 'top' | 'worst'>) {
  const at = (rank: number): number => ((Math.min(rank, worst) - 0.5) / worst) * 100;
  const { low, high, rank } = record;
  return (
    <svg aria-hidden className="h-2 w-full" preserveAspectRatio="none" viewBox="0 0 100 8">
      <rect x="0" y="0" width={Math.min(100, (top / worst) * 100)} height="8" className="fill-hover" />
      <rect
        x={at(low)}
        y="3"
        width={Math.max(0.6, at(high) - at(low))}
        height="2"
        className="fill-accent-line"
      />
      <rect x={at(rank) - 0.4} y="0" width="0.8" height="8" className="fill-accent-text" />
    </svg>
  );
}
