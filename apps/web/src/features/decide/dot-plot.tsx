import type { ScoreMeasures, ScoreScale } from '@throughline/decide';

export interface DotPlotProps {
  readonly scores: readonly number[];
  readonly scale: ScoreScale;
  readonly measures: ScoreMeasures;
}

const radius = 4;
const tallest = 6;

/** A dot for each score on the field's scale, with the middle half shaded and the median marked. */
export function DotPlot({ scores, scale, measures }: DotPlotProps) {
  const least = Math.min(scale.least, measures.least);
  const length = Math.max(scale.greatest, measures.greatest) - least;
  const at = (score: number): number => (length > 0 ? 2 + ((score - least) / length) * 96 : 50);
  const dots = stack(scores);
  const rows = Math.min(tallest, Math.max(1, ...dots.map(({ row }) => row + 1)));
  const height = rows * (radius * 2 + 1) + 8;
  return (
    <svg aria-hidden width="100%" height={height} className="overflow-visible">
      <rect
        x={`${at(measures.lower)}%`}
        y={0}
        width={`${Math.max(0.5, at(measures.upper) - at(measures.lower))}%`}
        height={height}
        rx={2}
        className="fill-hover"
      />
      <line x1="2%" x2="98%" y1={height - 3} y2={height - 3} className="stroke-line-strong" />
      <line
        x1={`${at(measures.median)}%`}
        x2={`${at(measures.median)}%`}
        y1={0}
        y2={height}
        strokeWidth={2}
        className="stroke-accent-text"
      />
      {dots.map(({ score, row, key }) => (
        <circle
          key={key}
          cx={`${at(score)}%`}
          cy={height - 8 - Math.min(row, tallest - 1) * (radius * 2 + 1)}
          r={radius}
          className="fill-accent stroke-canvas"
        />
      ))}
    </svg>
  );
}

interface Dot {
  readonly score: number;
  readonly row: number;
  readonly key: string;
}

/** The same scores stand on top of each other. */
function stack(scores: readonly number[]): readonly Dot[] {
  const heights = new Map<number, number>();
  return scores.map((score) => {
    const row = heights.get(score) ?? 0;
    heights.set(score, row + 1);
    return { score, row, key: `${score} ${row}` };
  });
}
