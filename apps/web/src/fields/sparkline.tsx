export interface SparklineProps {
  /** The oldest first. */
  readonly counts: readonly number[];
  readonly label: string;
}

const WIDTH = 8;
const HEIGHT = 24;

/** Bars of how much came in, beside each other. */
export function Sparkline({ counts, label }: SparklineProps) {
  const most = Math.max(1, ...counts);
  return (
    <span className="flex shrink-0">
      <span className="sr-only">{label}</span>
      <svg aria-hidden width={counts.length * WIDTH} height={HEIGHT} className="fill-accent">
        {counts.map((count, at) => {
          const height = count === 0 ? 1 : Math.max(2, (count / most) * HEIGHT);
          return (
            <rect
              // oxlint-disable-next-line react/no-array-index-key -- a week is known by its place alone
              key={at}
              x={at * WIDTH}
              y={HEIGHT - height}
              width={WIDTH - 2}
              height={height}
              rx={1}
              opacity={at === counts.length - 1 ? 1 : 0.55}
            />
          );
        })}
      </svg>
    </span>
  );
}
