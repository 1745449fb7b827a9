import { classNames } from '../class-names.ts';
import { colorFromName, optionColorClass } from '../tokens/option-color.ts';
import { tooltipProps } from './tooltip.ts';

export interface AvatarProps {
  readonly name: string;
  readonly imageUrl?: string | undefined;
  readonly size?: 'small' | 'medium' | 'large';
  readonly shape?: 'round' | 'square';
  /** Show the name on hover; leave off where the name stands beside it. */
  readonly tip?: boolean;
}

const sizes = {
  small: 'size-4.5 text-[0.5625rem]',
  medium: 'size-6 text-[0.625rem]',
  large: 'size-9 text-small',
} as const;

export function Avatar({ name, imageUrl, size = 'small', shape = 'round', tip = false }: AvatarProps) {
  const look = classNames(
    'relative inline-grid shrink-0 select-none place-items-center overflow-hidden font-semibold leading-none',
    shape === 'round' ? 'rounded-full' : 'rounded-sm',
    sizes[size],
  );
  const tooltip = tip ? tooltipProps(name) : {};
  if (imageUrl !== undefined)
    return <img src={imageUrl} alt={name} className={classNames(look, 'object-cover')} {...tooltip} />;
  return (
    <span
      {...tooltip}
      className={classNames(
        look,
        optionColorClass(colorFromName(name)),
        'bg-(--option-fill) text-(--option-text)',
      )}
    >
      <span aria-hidden>{initials(name)}</span>
      <span className="sr-only">{name}</span>
    </span>
  );
}

/** First letters of the first and the last word: "Ada King Lovelace" → AL. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = firstLetter(words[0] ?? '?');
  const last = words.length > 1 ? firstLetter(words.at(-1) ?? '') : '';
  return (first + last).toUpperCase();
}

function firstLetter(word: string): string {
  return String.fromCodePoint(word.codePointAt(0) ?? 32).trim();
}

export interface AvatarStackProps {
  readonly names: ReadonlyArray<{
    readonly id: string;
    readonly name: string;
    readonly imageUrl?: string | undefined;
  }>;
  readonly limit?: number;
  readonly size?: 'small' | 'medium';
}

/** Overlapping avatars; those beyond the limit are counted, and named on hover. */
export function AvatarStack({ names, limit = 3, size = 'small' }: AvatarStackProps) {
  const rest = names.slice(limit);
  return (
    <span className="inline-flex items-center -space-x-1">
      {names.slice(0, limit).map((person) => (
        <span key={person.id} className="rounded-full ring-2 ring-canvas">
          <Avatar name={person.name} imageUrl={person.imageUrl} size={size} tip />
        </span>
      ))}
      {rest.length > 0 && (
        <span
          className="figures pl-2 text-tiny text-muted"
          {...tooltipProps(rest.map((person) => person.name).join(', '))}
        >
          +{rest.length}
        </span>
      )}
    </span>
  );
}
