import { classNames } from '../class-names.ts';

export interface ProgressBarProps {
  readonly label: string;
  /** From 0 to 1; null while nobody knows how much there is. */
  readonly share: number | null;
  /** The real figure beside the bar: "12,400 of 33,628 rows". */
  readonly figure?: string;
  readonly tone?: 'accent' | 'success' | 'danger';
}

const tones = {
  accent: '[&::-moz-progress-bar]:bg-accent-line [&::-webkit-progress-value]:bg-accent-line',
  success: '[&::-moz-progress-bar]:bg-success [&::-webkit-progress-value]:bg-success',
  danger: '[&::-moz-progress-bar]:bg-danger [&::-webkit-progress-value]:bg-danger',
} as const;

export function ProgressBar({ label, share, figure, tone = 'accent' }: ProgressBarProps) {
  const percent = share === null ? undefined : Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-1">
      {figure !== undefined && (
        <div className="flex justify-between gap-3 text-small text-muted">
          <span className="truncate">{label}</span>
          <span className="figures shrink-0">{figure}</span>
        </div>
      )}
      <progress
        aria-label={label}
        value={percent}
        max={100}
        aria-valuetext={figure}
        className={classNames(
          'h-1 w-full appearance-none overflow-hidden rounded-full bg-pressed [&::-webkit-progress-bar]:bg-pressed [&::-webkit-progress-value]:rounded-full',
          tones[tone],
          share === null && 'motion-safe:animate-pulse [&::-webkit-progress-bar]:bg-accent-line',
        )}
      />
    </div>
  );
}
