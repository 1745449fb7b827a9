import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { optionColorClass, parseOptionColor } from '../tokens/option-color.ts';

export interface OptionBadgeProps {
  readonly name: string;
  readonly color?: string | undefined;
  readonly emoji?: string | undefined;
  /** `dot` for long lists, where filled badges would shout. */
  readonly look?: 'filled' | 'dot';
  readonly children?: ReactNode;
}

export function OptionBadge({ name, color, emoji, look = 'filled', children }: OptionBadgeProps) {
  const palette = optionColorClass(parseOptionColor(color));
  if (look === 'dot') {
    return (
      <span className={classNames(palette, 'inline-flex min-w-0 items-center gap-1.5')}>
        {emoji === undefined ? (
          <span className="size-2 shrink-0 rounded-full bg-(--option-mark)" />
        ) : (
          <span aria-hidden>{emoji}</span>
        )}
        <span className="truncate">{name}</span>
        {children}
      </span>
    );
  }
  return (
    <span
      className={classNames(
        palette,
        'inline-flex h-5 max-w-full min-w-0 items-center gap-1 rounded-sm bg-(--option-fill) px-1.5 text-small font-medium text-(--option-text)',
      )}
    >
      {emoji !== undefined && <span aria-hidden>{emoji}</span>}
      <span className="truncate">{name}</span>
      {children}
    </span>
  );
}
