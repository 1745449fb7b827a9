import { useRef, useState, type KeyboardEvent } from 'react';
import type { EditorProps } from './field-component.ts';
import { readText } from './read-value.ts';

/** A box over the cell: leaving and Ctrl+Enter commit, Escape takes back. */
export function LongTextBox({ value, field, onCommit, onCancel }: EditorProps) {
  const before = readText(value);
  const [text, setText] = useState(before);
  const done = useRef(false);

  function finish(commits: boolean) {
    if (done.current) return;
    done.current = true;
    if (commits && text !== before) onCommit(text.trim() === '' ? null : text);
    else onCancel();
  }
  function handleKey(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') finish(false);
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) finish(true);
  }
  return (
    <textarea
      ref={focusAtEnd}
      aria-label={field.name}
      value={text}
      rows={6}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => finish(true)}
      onKeyDown={handleKey}
      className="absolute top-0 left-0 z-30 w-full min-w-72 resize-y rounded-sm bg-overlay p-2 text-ui shadow-popup outline-none"
    />
  );
}

function focusAtEnd(box: HTMLTextAreaElement | null): void {
  box?.focus();
  box?.setSelectionRange(box.value.length, box.value.length);
}
