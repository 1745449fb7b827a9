import { useRef, useState, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react';

export interface PopoverlessEditorProps<Value> {
  readonly initial: Value;
  readonly onCommit: (value: Value) => void;
  readonly onCancel: () => void;
  readonly children: (value: Value, change: (value: Value) => void) => ReactNode;
}

/** For controls that live in the cell itself: Enter and leaving commit, Escape takes back. */
export function PopoverlessEditor<Value>(props: PopoverlessEditorProps<Value>) {
  const { initial, onCommit, onCancel, children } = props;
  const [value, setValue] = useState(initial);
  const done = useRef(false);

  function finish(commits: boolean) {
    if (done.current) return;
    done.current = true;
    if (commits && value !== initial) onCommit(value);
    else onCancel();
  }
  function handleKey(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.key === 'Enter') finish(true);
    if (event.key === 'Escape') finish(false);
  }
  function handleBlur(event: FocusEvent) {
    if (!event.currentTarget.contains(event.relatedTarget)) finish(true);
  }
  return (
    <div
      role="presentation"
      className="flex h-full w-full items-center gap-2 bg-canvas px-2"
      onKeyDown={handleKey}
      onBlur={handleBlur}
    >
      {children(value, setValue)}
    </div>
  );
}
