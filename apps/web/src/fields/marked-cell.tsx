import { optionColorClass } from '@throughline/ui';
import { ListCellContent, type ListCellProps } from './list-cell.tsx';
import type { ValueLook } from './look-of.ts';

export interface MarkedCellProps extends ListCellProps {
  /** As `lookOf` gives it. */
  readonly look: ValueLook | undefined;
}

/** A value with the colour and the sign that the rules of its field give it; it fills the cell it stands in. */
export function MarkedCell({ look, ...cell }: MarkedCellProps) {
  if (look === undefined) return <ListCellContent {...cell} />;
  const { color, emoji } = look;
  const tint =
    color === undefined
      ? ''
      : `${optionColorClass(color)} rounded-sm bg-(--option-fill) text-(--option-text)`;
  return (
    <span className={`-mx-1 flex h-6 min-w-0 flex-1 items-center gap-1.5 px-1 ${tint}`}>
      {emoji !== undefined && <span className="shrink-0">{emoji}</span>}
      <span className="flex min-w-0 flex-1 items-center">
        <ListCellContent {...cell} />
      </span>
    </span>
  );
}
