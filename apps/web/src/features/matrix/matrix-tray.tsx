import { classNames } from '@throughline/ui';
import type { KeyboardEvent, PointerEvent } from 'react';
import { t } from '../../messages/area-t.ts';

export interface MatrixTrayProps {
  readonly ids: readonly string[];
  readonly titleOf: (id: string) => string;
  readonly text: string;
  readonly mayCarry: boolean;
  readonly selected: ReadonlySet<string>;
  readonly onOpen: (id: string) => void;
  readonly onCarry: (event: PointerEvent, id: string) => void;
  readonly onKey: (event: KeyboardEvent, id: string) => void;
}

/** More are told by their number: the filter finds them. */
const mostShown = 200;

/** Records that lack a value on an axis, to be dragged onto the plot. */
export function MatrixTray(props: MatrixTrayProps) {
  const { ids, titleOf, text, mayCarry, selected, onOpen, onCarry, onKey } = props;
  const rest = ids.length - mostShown;
  return (
    <section
      aria-label={t('matrix.waiting')}
      className="flex min-h-0 shrink-0 flex-col border-line max-sm:max-h-44 max-sm:border-t sm:w-52 sm:border-l"
    >
      <h2 className="flex items-baseline justify-between px-3 pt-2 text-small font-medium">
        {t('matrix.waiting')}
        <span className="figures font-normal text-muted">{ids.length.toLocaleString()}</span>
      </h2>
      <p className="px-3 pb-1 text-tiny text-pretty text-muted max-sm:hidden">{text}</p>
      <ul className="min-h-0 flex-1 overflow-y-auto px-1 pb-2">
        {ids.slice(0, mostShown).map((id) => (
          <li key={id}>
            <button
              type="button"
              data-waiting={id}
              onClick={() => onOpen(id)}
              onKeyDown={(event) => onKey(event, id)}
              onPointerDown={(event) => {
                if (mayCarry && event.button === 0 && event.pointerType === 'mouse') onCarry(event, id);
              }}
              className={classNames(
                'w-full truncate rounded-sm px-2 py-1 text-left text-small hover:bg-hover',
                mayCarry && 'cursor-grab',
                selected.has(id) && 'bg-accent-soft',
              )}
            >
              {titleOf(id)}
            </button>
          </li>
        ))}
        {rest > 0 && <li className="px-2 py-1 text-tiny text-muted">+{rest.toLocaleString()}</li>}
      </ul>
    </section>
  );
}
