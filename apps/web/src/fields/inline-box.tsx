import { useRef, useState, type KeyboardEvent } from 'react';

export interface InlineInputProps {
  readonly label: string;
  readonly initial: string;
  readonly onCommit: (text: string) => void;
  readonly onCancel: () => void;
  /** Says what is wrong with the text; the editor then stays open with it. */
  readonly check?: (text: string) => string | undefined;
  readonly align?: 'start' | 'end';
  readonly inputMode?: 'text' | 'decimal' | 'url';
  readonly type?: 'text' | 'datetime-local';
}

/** The text box that opens in a cell: Enter and leaving commit, Escape takes back. */
export function InlineBox(props: InlineInputProps) {
  const {
    label,
    initial,
    onCommit,
    onCancel,
    check,
    align = 'start',
    inputMode = 'text',
    type = 'text',
  } = props;
  const [text, setText] = useState(initial);
  const [error, setError] = useState<string>();
  const done = useRef(false);

  function finish() {
    if (done.current) return;
    const problem = text === initial ? undefined : check?.(text);
    setError(problem);
    if (problem !== undefined) return;
    done.current = true;
    if (text === initial) onCancel();
    else onCommit(text);
  }
  function handleKey(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') finish();
    if (event.key === 'Escape') {
      done.current = true;
      onCancel();
    }
  }
  return (
    <span className="relative block h-full w-full">
      <input
        ref={selectOnMount}
        aria-label={label}
        aria-invalid={error !== undefined || undefined}
        type={type}
        inputMode={inputMode}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={finish}
        onKeyDown={handleKey}
        className={`figures h-full w-full bg-canvas px-2 text-ui outline-none ${align === 'end' ? 'text-right' : ''}`}
      />
      {error !== undefined && (
        <span
          role="alert"
          className="absolute top-full left-0 z-10 mt-1 rounded-sm bg-danger-soft px-2 py-1 text-small whitespace-nowrap text-danger"
        >
          {error}
        </span>
      )}
    </span>
  );
}

function selectOnMount(input: HTMLInputElement | null): void {
  input?.focus();
  input?.select();
}
