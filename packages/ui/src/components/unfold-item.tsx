import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';

export interface UnfoldItemProps {
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** What is always there. */
  readonly head: ReactNode;
  /** What unfolds below. */
  readonly children: ReactNode;
}

/** A line of a list that unfolds where it stands. */
export function UnfoldItem({ isOpen, onToggle, head, children }: UnfoldItemProps) {
  return (
    <li>
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={onToggle}
        className="flex min-h-11 w-full flex-wrap items-center gap-2 text-left hover:bg-hover"
      >
        <ChevronRight
          size={14}
          aria-hidden
          className={`text-faint transition-transform ${isOpen ? 'rotate-90' : ''}`}
        />
        {head}
      </button>
      {isOpen && children}
    </li>
  );
}
