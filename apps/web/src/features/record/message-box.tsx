import { Button } from '@throughline/ui';
import { useId, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';

export interface MessageBoxProps {
  /** What is typed and not sent is kept under this name while the page is open. */
  readonly draftOf: string;
  readonly label: string;
  readonly placeholder: string;
  readonly hint: string;
  /** On the button. */
  readonly send: string;
  readonly isDisabled?: boolean;
  readonly isBusy?: boolean;
  /** Beside the button: what helps with writing. */
  readonly renderHelp?: (text: string, insert: (text: string) => void) => ReactNode;
  /** Answers whether it was taken; only then is the box emptied. */
  readonly onSend: (body: string) => boolean | Promise<boolean>;
}

const drafts = new Map<string, string>();

/** Ctrl+Enter sends. */
export function MessageBox(props: MessageBoxProps) {
  const { draftOf, label, placeholder, hint, send, isDisabled = false, isBusy = false } = props;
  const { onSend, renderHelp } = props;
  const id = useId();
  const [text, setText] = useState(() => drafts.get(draftOf) ?? '');
  function keep(typed: string) {
    setText(typed);
    if (typed === '') drafts.delete(draftOf);
    else drafts.set(draftOf, typed);
  }
  async function submit(event?: FormEvent) {
    event?.preventDefault();
    const body = text.trim();
    if (body === '' || isDisabled || isBusy) return;
    if (await onSend(body)) keep('');
  }
  function handleKey(event: KeyboardEvent<HTMLTextAreaElement>) {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') event.currentTarget.blur();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
    else return;
    event.preventDefault();
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-1.5">
      <textarea
        aria-label={label}
        aria-describedby={`${id}-hint`}
        rows={3}
        disabled={isDisabled}
        placeholder={placeholder}
        value={text}
        onChange={(event) => keep(event.target.value)}
        onKeyDown={handleKey}
        className="field-box field-sizing-content max-h-96 w-full resize-none px-2.5 py-1.5 text-body disabled:opacity-60"
      />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p id={`${id}-hint`} className="min-w-0 flex-1 text-small text-muted">
          {hint}
        </p>
        {!isDisabled &&
          renderHelp?.(text, (more) => keep(text.trim() === '' ? more : `${text.trimEnd()}\n\n${more}`))}
        <Button
          type="submit"
          size="small"
          variant="primary"
          shortcut="mod+enter"
          disabled={isDisabled || isBusy || text.trim() === ''}
        >
          {send}
        </Button>
      </div>
    </form>
  );
}
