/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a combobox whose options hold icons, headings and keycaps has no native element */
import { Dialog } from '@base-ui/react/dialog';
import { ChevronRight, Search } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { ShortcutKeys } from '../components/kbd.tsx';
import { useUiMessages } from '../ui-messages.tsx';
import type { CommandPaletteProps } from './command-palette.tsx';
import type { Command } from './command.ts';
import { fuzzyFilter } from './fuzzy.ts';
import { groupInOrder } from './group-in-order.ts';

/** ⌘K. The input keeps the focus; the highlighted command is told by aria-activedescendant. */
export function PaletteDialog({ open, onOpenChange, ...rest }: CommandPaletteProps) {
  const messages = useUiMessages();
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup
          aria-label={messages.commands}
          className="popup fixed top-[12vh] left-1/2 z-40 flex max-h-[min(28rem,76vh)] w-[min(38rem,calc(100vw-1.5rem))] -translate-x-1/2 flex-col overflow-hidden rounded-lg outline-none"
        >
          <PaletteBody {...rest} close={() => onOpenChange(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

interface PaletteBodyProps extends Pick<CommandPaletteProps, 'commands' | 'onQueryChange'> {
  readonly close: () => void;
}

const shownAtMost = 60;

function PaletteBody({ commands, onQueryChange, close }: PaletteBodyProps) {
  const messages = useUiMessages();
  const listId = useId();
  const [query, setQuery] = useState('');
  const [page, setPage] = useState<{ readonly label: string; readonly commands: readonly Command[] }>();
  const [active, setActive] = useState(0);
  const source = page?.commands ?? commands;
  const found = useMemo(() => byGroup(findCommands(source, query)), [source, query]);
  const current = found[Math.min(active, found.length - 1)];

  function change(text: string) {
    setQuery(text);
    setActive(0);
    onQueryChange?.(text);
  }
  function run(command: Command) {
    if (command.next) {
      setPage({ label: command.label, commands: command.next() });
      change('');
      return;
    }
    close();
    command.run();
  }
  function handleKey(event: KeyboardEvent) {
    const step = stepOf(event);
    if (step !== 0 && found.length > 0)
      setActive((at) => (Math.min(at, found.length - 1) + step + found.length) % found.length);
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing && current) run(current);
    else if (event.key === 'Backspace' && query === '' && page) setPage(undefined);
    else return;
    event.preventDefault();
  }

  return (
    <>
      <div className="flex h-12 shrink-0 items-center gap-2.5 border-b px-4">
        <Search size={16} className="shrink-0 text-faint" />
        {page && (
          <span className="rounded-sm bg-hover px-1.5 py-0.5 text-small text-muted">{page.label}</span>
        )}
        <input
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={current && `${listId}-${current.id}`}
          aria-label={messages.commands}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the palette is opened to type in it
          autoFocus
          value={query}
          placeholder={messages.commandPlaceholder}
          onChange={(event) => change(event.target.value)}
          onKeyDown={handleKey}
          className="min-w-0 flex-1 bg-transparent text-body outline-none"
        />
      </div>
      <div
        id={listId}
        role="listbox"
        aria-label={messages.commands}
        className="min-h-0 overflow-y-auto p-1.5"
      >
        {found.map((command, index) => (
          <CommandRow
            key={command.id}
            id={`${listId}-${command.id}`}
            command={command}
            heading={command.group !== found[index - 1]?.group ? command.group : undefined}
            isActive={command === current}
            onHover={() => setActive(index)}
            onRun={() => run(command)}
          />
        ))}
      </div>
      {found.length === 0 && <p className="px-4 pb-5 text-center text-muted">{messages.noMatches}</p>}
    </>
  );
}

function stepOf(event: KeyboardEvent): number {
  if (event.key === 'ArrowDown' || (event.ctrlKey && event.key === 'n')) return 1;
  if (event.key === 'ArrowUp' || (event.ctrlKey && event.key === 'p')) return -1;
  return 0;
}

function findCommands(commands: readonly Command[], query: string): readonly Command[] {
  return fuzzyFilter(commands, query, (command) => `${command.label} ${command.keywords ?? ''}`).slice(
    0,
    shownAtMost,
  );
}

/** Groups stay together in the order of their best command. */
function byGroup(commands: readonly Command[]): readonly Command[] {
  return [...groupInOrder(commands, (command) => command.group).values()].flat();
}

interface CommandRowProps {
  readonly id: string;
  readonly command: Command;
  readonly heading: string | undefined;
  readonly isActive: boolean;
  readonly onHover: () => void;
  readonly onRun: () => void;
}

function CommandRow({ id, command, heading, isActive, onHover, onRun }: CommandRowProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    <>
      {heading !== undefined && (
        <div role="presentation" className="px-2.5 pt-2 pb-1 text-tiny font-medium text-faint">
          {heading}
        </div>
      )}
      <div
        ref={row}
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={isActive}
        onPointerMove={onHover}
        onClick={onRun}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onRun();
        }}
        className={`flex h-9 items-center gap-2.5 rounded-md px-2.5 ${isActive ? 'bg-hover' : ''}`}
      >
        <span className="grid w-4 shrink-0 place-items-center text-muted">{command.icon}</span>
        <span className="truncate">{command.label}</span>
        {command.detail !== undefined && (
          <span className="shrink-0 text-small text-faint">{command.detail}</span>
        )}
        <span className="ml-auto flex shrink-0 items-center">
          {command.shortcut !== undefined && <ShortcutKeys keys={command.shortcut} />}
          {command.next && <ChevronRight size={14} className="text-faint" />}
        </span>
      </div>
    </>
  );
}
