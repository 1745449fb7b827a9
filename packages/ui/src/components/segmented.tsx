import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';

export interface SegmentedItem<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly icon?: ReactNode;
}

export interface SegmentedProps<Id extends string> {
  readonly label: string;
  readonly items: ReadonlyArray<SegmentedItem<Id>>;
  readonly value: Id;
  readonly onChange: (id: Id) => void;
  /** Only icons are drawn; the labels become names and tooltips. */
  readonly iconsOnly?: boolean;
}

/** Two to four choices that exclude one another, all in sight. */
export function Segmented<Id extends string>(props: SegmentedProps<Id>) {
  const { label, items, value, onChange, iconsOnly = false } = props;
  return (
    <fieldset aria-label={label} className="inline-flex rounded-md border border-line bg-sunken p-0.5">
      {items.map((item) => (
        <button
          key={item.id}
          type="button"
          aria-pressed={item.id === value}
          aria-label={iconsOnly ? item.label : undefined}
          data-tip={iconsOnly ? item.label : undefined}
          onClick={() => onChange(item.id)}
          className={classNames(
            'inline-flex h-6 flex-1 items-center justify-center gap-1.5 rounded-sm px-2 text-small whitespace-nowrap',
            item.id === value
              ? 'bg-raised font-medium text-ink ring-1 ring-line'
              : 'text-muted hover:text-ink',
          )}
        >
          {item.icon}
          {!iconsOnly && item.label}
        </button>
      ))}
    </fieldset>
  );
}
