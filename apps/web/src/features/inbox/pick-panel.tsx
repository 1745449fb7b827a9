/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a list of choices that holds badges and what can be made has no native element */
import { Plus } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { t } from '../../messages/area-t.ts';

export interface PickItem {
  readonly id: string;
  readonly label: string;
  readonly detail?: string | undefined;
  readonly look?: ReactNode;
}

export interface PickPanelProps {
  readonly label: string;
  readonly placeholder: string;
  readonly find: (query: string) => readonly PickItem[];
  /** `stays`: Shift was held. */
  readonly onPick: (id: string, stays: boolean) => void;
  /** Offered below what was found; absent where nothing may be made. */
  readonly create?: {
    readonly label: (name: string) => string;
    readonly run: (name: string, stays: boolean) => void;
  };
  readonly onClose: () => void;
  readonly onKey?: (event: KeyboardEvent) => boolean;
  readonly children?: ReactNode;
}

const newId = 'new';

/** A field to search in and a list to choose from. The field keeps the focus; arrows move the choice. */
export function PickPanel(props: PickPanelProps) {
  const { label, placeholder, find, onPick, create, onClose, onKey, children } = props;
  const listId = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const name = query.trim();
  const found = find(query);
  const items: readonly PickItem[] =
    create !== undefined && name !== '' ? [...found, { id: newId, label: create.label(name) }] : found;
  const current = items[Math.min(active, items.length - 1)];

  function choose(item: PickItem | undefined, stays: boolean) {
    if (item === undefined) return;
    // The panel leaves with a motion; keys pressed meanwhile are for the page again.
    input.current?.blur();
    if (item.id === newId) create?.run(name, stays);
    else onPick(item.id, stays);
  }
  function handleKey(event: KeyboardEvent) {
    if (onKey?.(event)) return event.preventDefault();
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && items.length > 0)
      setActive((at) => (Math.min(at, items.length - 1) + step + items.length) % items.length);
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) choose(current, event.shiftKey);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    <div className="flex w-full flex-col">
      <input
        ref={input}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={current && `${listId}-${current.id}`}
        aria-label={label}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the panel is opened to type in it
        autoFocus
        value={query}
        placeholder={placeholder}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={handleKey}
        className="h-10 min-w-0 border-b bg-transparent px-3 text-body outline-none"
      />
      <div id={listId} role="listbox" aria-label={label} className="max-h-64 overflow-y-auto p-1">
        {items.map((item, index) => (
          <PickRow
            key={item.id}
            id={`${listId}-${item.id}`}
            item={item}
            isActive={item === current}
            onHover={() => setActive(index)}
            onRun={(stays) => choose(item, stays)}
          />
        ))}
      </div>
      {items.length === 0 && <p className="px-3 pb-3 text-muted">{t('ui.noMatches')}</p>}
      {children}
    </div>
  );
}

interface PickRowProps {
  readonly id: string;
  readonly item: PickItem;
  readonly isActive: boolean;
  readonly onHover: () => void;
  readonly onRun: (stays: boolean) => void;
}

function PickRow({ id, item, isActive, onHover, onRun }: PickRowProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    <div
      ref={row}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      onPointerMove={onHover}
      onClick={(event) => onRun(event.shiftKey)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onRun(event.shiftKey);
      }}
      className={`flex min-h-8 items-center gap-2 rounded-sm px-2 py-1 max-md:min-h-11 ${isActive ? 'bg-hover' : ''}`}
    >
      {item.id === newId && <Plus size={14} className="shrink-0 text-accent-text" aria-hidden />}
      {item.look}
      <span className="line-clamp-2 min-w-0 flex-1">{item.label}</span>
      {item.detail !== undefined && (
        <span className="figures shrink-0 text-small text-muted">{item.detail}</span>
      )}
    </div>
  );
}
