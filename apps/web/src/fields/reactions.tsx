import { t } from '../messages/t.ts';
import type { CellProps, EditorProps, FilterInputProps } from './field-component.ts';
import { ChoiceFilter } from './choice.tsx';
import { PopoverlessEditor } from './popoverless-editor.tsx';
import { readReactions } from './read-value.ts';

const offered = ['👍', '❤️', '🎉', '🤔', '👀'] as const;

export function Cell({ value }: CellProps) {
  return (
    <span className="flex min-w-0 items-center gap-2 overflow-hidden">
      {readReactions(value).map(({ emoji, count, mine }) => (
        <span
          key={emoji}
          className={`figures shrink-0 text-small ${mine ? 'font-medium text-accent-text' : 'text-muted'}`}
        >
          {emoji} {count}
        </span>
      ))}
    </span>
  );
}

/** Commits the emoji that the person switched on or off: a text. */
export function Editor({ value, onCommit, onCancel }: EditorProps) {
  const mine = readReactions(value).flatMap((reaction) => (reaction.mine ? [reaction.emoji] : []));
  return (
    <PopoverlessEditor<string | null> initial={null} onCommit={onCommit} onCancel={onCancel}>
      {() =>
        offered.map((emoji, index) => (
          <button
            key={emoji}
            type="button"
            ref={index === 0 ? focusOnMount : undefined}
            aria-pressed={mine.includes(emoji)}
            aria-label={t('field.react', { emoji })}
            onClick={() => onCommit(emoji)}
            className={`grid size-6 shrink-0 place-items-center rounded-sm hover:bg-hover ${mine.includes(emoji) ? 'bg-accent-soft' : ''}`}
          >
            {emoji}
          </button>
        ))
      }
    </PopoverlessEditor>
  );
}

export function FilterInput(props: FilterInputProps) {
  return <ChoiceFilter {...props} items={offered.map((emoji) => ({ value: emoji, label: emoji }))} />;
}

function focusOnMount(button: HTMLButtonElement | null): void {
  button?.focus();
}
