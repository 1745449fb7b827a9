import { Star } from 'lucide-react';
import { useId } from 'react';
import { useUiMessages } from '../ui-messages.tsx';
import { useFocusOnMount } from './use-focus-on-mount.ts';

export interface RatingProps {
  readonly label: string;
  /** 0 or null: no rating. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly max?: number;
  readonly focusOnMount?: boolean;
}

/** Radio buttons drawn as stars: arrow keys choose, pressing the chosen star takes the rating away. */
export function Rating({ label, value, onChange, max = 5, focusOnMount = false }: RatingProps) {
  const messages = useUiMessages();
  const name = useId();
  const first = useFocusOnMount<HTMLInputElement>(focusOnMount);
  const stars = Array.from({ length: max }, (_, index) => index + 1);
  return (
    <fieldset className="group inline-flex">
      <legend className="sr-only">{label}</legend>
      {stars.map((star) => (
        <label
          key={star}
          className="relative grid h-6 w-5 place-items-center has-focus-visible:rounded-sm has-focus-visible:outline-2 has-focus-visible:outline-focus"
        >
          <input
            type="radio"
            name={name}
            className="absolute inset-0 opacity-0"
            checked={value === star}
            ref={focusOnMount && star === Math.max(value ?? 0, 1) ? first : undefined}
            onChange={() => onChange(star)}
            onClick={() => {
              if (value === star) onChange(null);
            }}
            aria-label={messages.rating(star)}
          />
          <Star size={15} className={star <= (value ?? 0) ? 'fill-star text-star' : 'text-control-line'} />
        </label>
      ))}
    </fieldset>
  );
}

/** The stars alone, for cells: one drawing however many rows there are. */
export function RatingStars({ value, max = 5 }: { readonly value: number; readonly max?: number }) {
  const messages = useUiMessages();
  return (
    <span className="inline-flex tracking-[1px]">
      <span className="sr-only">{messages.rating(value)}</span>
      <span aria-hidden className="text-[15px] leading-none text-star">
        {'★'.repeat(value)}
      </span>
      <span aria-hidden className="text-[15px] leading-none text-line-strong">
        {'★'.repeat(Math.max(0, max - value))}
      </span>
    </span>
  );
}
