/* oxlint-disable jsx-a11y/prefer-tag-over-role -- options that the box above steers; a native select cannot follow typing */
import type { Candidate } from '@throughline/view';
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { t } from '../messages/area-t.ts';

export interface CandidateListProps {
  readonly id: string;
  /** It opens below this. */
  readonly box: RefObject<HTMLElement | null>;
  readonly candidates: readonly Candidate[];
  readonly active: number;
  readonly onAccept: (candidate: Candidate) => void;
}

/** What may stand at the cursor. The keys go to the box; the mouse presses without taking its focus. */
export function CandidateList({ id, box, candidates, active, onAccept }: CandidateListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  useLayoutEffect(() => {
    const [element, below] = [list.current, box.current?.getBoundingClientRect()];
    if (element === null || below === undefined) return;
    element.style.left = `${below.left}px`;
    element.style.top = `${below.bottom + 4}px`;
    element.style.width = `${Math.max(below.width, 280)}px`;
    if (!element.matches(':popover-open')) element.showPopover();
  });
  if (candidates.length === 0) return null;
  return (
    <div
      ref={list}
      id={`${id}-list`}
      role="listbox"
      popover="manual"
      aria-label={t('expression.candidates')}
      className="popup fixed m-0 max-h-56 max-w-[calc(100vw-1rem)] overflow-y-auto p-1"
    >
      {candidates.map((candidate, index) => (
        <div
          key={`${candidate.type} ${candidate.label}`}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onMouseDown={(event) => {
            event.preventDefault();
            onAccept(candidate);
          }}
          className={`flex h-7 items-center gap-3 rounded-sm px-2 ${index === active ? 'bg-hover' : ''}`}
        >
          <span className="shrink-0 text-ui">{candidate.label}</span>
          <span className="ml-auto truncate text-small text-faint">{candidate.about}</span>
        </div>
      ))}
    </div>
  );
}
