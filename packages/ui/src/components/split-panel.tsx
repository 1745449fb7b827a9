/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a focusable separator (ARIA window splitter) has no native element */
import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { useUiMessages } from '../ui-messages.tsx';

export interface SplitPanelProps {
  readonly children: ReactNode;
  /** What stands on the right; nothing closes the panel. */
  readonly panel: ReactNode;
  readonly panelLabel: string;
  /** Pixels. The owner keeps it, so that it can be remembered. */
  readonly width: number;
  readonly onWidthChange: (width: number) => void;
  readonly minWidth?: number;
  readonly maxWidth?: number;
}

/** The record beside the list. On a phone the panel covers the page. */
export function SplitPanel(props: SplitPanelProps) {
  const { children, panel, panelLabel, width, onWidthChange, minWidth = 360, maxWidth = 960 } = props;
  const open = panel !== undefined && panel !== null && panel !== false;
  return (
    <div className="flex min-h-0 min-w-0 flex-1">
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">{children}</div>
      {open && (
        <aside
          aria-label={panelLabel}
          style={{ width }}
          className="relative flex min-h-0 shrink-0 flex-col border-l bg-canvas max-md:fixed max-md:inset-0 max-md:z-30 max-md:w-full! max-md:border-l-0 md:max-w-[70vw]"
        >
          <ResizeHandle width={width} min={minWidth} max={maxWidth} onChange={onWidthChange} />
          {panel}
        </aside>
      )}
    </div>
  );
}

interface ResizeHandleProps {
  readonly width: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (width: number) => void;
}

function ResizeHandle({ width, min, max, onChange }: ResizeHandleProps) {
  const messages = useUiMessages();
  const start = useRef<{ readonly x: number; readonly width: number }>(null);
  const change = (next: number) => onChange(Math.min(max, Math.max(min, Math.round(next))));

  function move(event: PointerEvent) {
    if (start.current !== null) change(start.current.width + start.current.x - event.clientX);
  }
  function step(event: KeyboardEvent) {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    change(width + (event.key === 'ArrowLeft' ? 16 : -16));
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a focusable separator is a control (ARIA window splitter)
    <div
      role="separator"
      aria-label={messages.resizePanel}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above
      tabIndex={0}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, width };
      }}
      onPointerMove={move}
      onPointerUp={() => {
        start.current = null;
      }}
      onKeyDown={step}
      className="absolute inset-y-0 -left-1 z-10 w-2 cursor-col-resize touch-none after:absolute after:inset-y-0 after:left-[3px] after:w-0.5 hover:after:bg-accent-line focus-visible:outline-none focus-visible:after:bg-accent-line max-md:hidden"
    />
  );
}
