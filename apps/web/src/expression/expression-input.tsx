/** A box for the expression language: completes names while typing and marks what is wrong at the character. */
import { complete, type Candidate, type ExpressionProblem, type Schema } from '@throughline/view';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { t } from '../messages/area-t.ts';
import { CandidateList } from './candidate-list.tsx';

export interface ExpressionInputProps {
  readonly label: string;
  readonly text: string;
  readonly schema: Schema;
  readonly problems: readonly ExpressionProblem[];
  readonly onChange: (text: string) => void;
  /** Enter, with no candidate chosen. */
  readonly onSubmit?: () => void;
  readonly placeholder?: string;
  readonly rows?: number;
  readonly focusOnMount?: boolean;
}

export function ExpressionInput(props: ExpressionInputProps) {
  const { label, schema, problems, onChange, onSubmit, placeholder, rows = 1, focusOnMount } = props;
  const [text, setText] = useTypedText(props.text);
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [cursor, setCursor] = useState<number>();
  const [chosen, setChosen] = useState(0);
  /** Arrow down asks for suggestions where nothing is typed yet. */
  const [isAsked, setAsked] = useState(false);
  const completion = cursor === undefined ? undefined : complete(text, cursor, schema);
  const isTyping = completion !== undefined && (completion.end > completion.start || problems.length > 0);
  const isWanted = completion !== undefined && (isAsked || (isTyping && text !== ''));
  const candidates = isWanted ? completion.candidates.slice(0, 12) : [];
  const active = Math.min(chosen, candidates.length - 1);
  const [problem] = problems;

  function change(next: string, at: number) {
    setText(next);
    onChange(next);
    setCursor(at);
    setChosen(0);
    setAsked(false);
  }
  function accept(candidate: Candidate) {
    if (completion === undefined) return;
    const insert = candidate.type === 'function' ? candidate.insert : `${candidate.insert} `;
    const next = text.slice(0, completion.start) + insert + text.slice(completion.end).trimStart();
    const at = completion.start + insert.length;
    change(next, at);
    requestAnimationFrame(() => {
      box.current?.focus();
      box.current?.setSelectionRange(at, at);
    });
  }
  function handleKey(event: KeyboardEvent<HTMLTextAreaElement>) {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const candidate = candidates[active];
    if (candidate !== undefined && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setChosen((active + step + candidates.length) % candidates.length);
    } else if (candidate !== undefined && event.key === 'Tab' && !event.shiftKey) {
      accept(candidate);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      if (candidate !== undefined && chosen > 0) accept(candidate);
      else onSubmit?.();
    } else if (candidate === undefined && event.key === 'ArrowDown') {
      setCursor(event.currentTarget.selectionStart);
      setAsked(true);
    } else if (event.key === 'Escape' && candidates.length > 0) {
      setCursor(undefined);
      setAsked(false);
    } else {
      return;
    }
    event.preventDefault();
  }
  const look = 'min-h-8 w-full px-2 py-1.5 font-mono text-ui leading-5 whitespace-pre-wrap break-words';
  return (
    <div className="relative">
      <div
        className={`relative rounded-md border bg-canvas focus-within:outline-2 focus-within:outline-focus ${problem ? 'border-danger' : 'border-line-strong'}`}
      >
        <div aria-hidden className={`${look} text-transparent`}>
          <MarkedText text={text} problem={problem} />
        </div>
        <textarea
          ref={(element) => {
            box.current = element;
            if (focusOnMount === true) focusFirst(element);
          }}
          aria-label={label}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={`${id}-list`}
          aria-activedescendant={candidates.length > 0 ? `${id}-${active}` : undefined}
          aria-invalid={problem !== undefined || undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          spellCheck={false}
          autoComplete="off"
          rows={rows}
          value={text}
          placeholder={placeholder}
          onChange={(event) => change(event.target.value.replaceAll('\n', ' '), event.target.selectionStart)}
          onSelect={(event) => {
            if (cursor !== undefined) setCursor(event.currentTarget.selectionStart);
          }}
          onBlur={() => setCursor(undefined)}
          onKeyDown={handleKey}
          className={`${look} absolute inset-0 h-full resize-none overflow-hidden bg-transparent outline-none`}
        />
      </div>
      <CandidateList id={id} box={box} candidates={candidates} active={active} onAccept={accept} />
      {problem && (
        <p id={`${id}-problem`} className="mt-1 text-small text-danger">
          {problem.message} {problem.hint}{' '}
          {problem.start < text.length && t('expression.at', { place: problem.start + 1 })}
        </p>
      )}
    </div>
  );
}

/** What was typed, until the owner gives another text: the address takes a moment to follow. */
function useTypedText(given: string): [text: string, type: (text: string) => void] {
  const [kept, setKept] = useState({ given, text: given });
  if (kept.given !== given) {
    // The text of a while ago coming back is no change by somebody else.
    setKept({ given, text: kept.text.startsWith(given) ? kept.text : given });
  }
  return [kept.text, (text) => setKept({ ...kept, text })];
}

interface MarkedTextProps {
  readonly text: string;
  readonly problem: ExpressionProblem | undefined;
}

/** The text once more behind the box, with a wave under what is wrong. */
function MarkedText({ text, problem }: MarkedTextProps) {
  if (problem === undefined) return `${text} `;
  const start = Math.min(problem.start, text.length);
  const end = Math.max(start, Math.min(problem.end, text.length));
  return (
    <>
      {text.slice(0, start)}
      <span className="bg-danger-soft underline decoration-danger decoration-wavy underline-offset-4">
        {start === end ? ' ' : text.slice(start, end)}
      </span>
      {`${text.slice(end)} `}
    </>
  );
}

function focusFirst(element: HTMLTextAreaElement | null): void {
  if (element === null || element.dataset['focused'] !== undefined) return;
  element.dataset['focused'] = '';
  element.focus();
}
