import { Popover as Base } from '@base-ui/react/popover';
import { CalendarDays } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { FieldFrame } from '../components/field-frame.tsx';
import { useOverlayPlace } from '../overlay-place.ts';
import { useUiMessages } from '../ui-messages.tsx';

/** What every control for dates takes. */
export interface DateControlProps<T> {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: T | null;
  readonly onChange: (value: T | null) => void;
  readonly locale: string;
  readonly disabled?: boolean;
  readonly look?: 'field' | 'cell';
  readonly defaultOpen?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
}

type Look = Pick<DateControlProps<never>, 'label' | 'hideLabel' | 'disabled' | 'look'>;

export interface DateFrameProps {
  readonly control: Look;
  readonly text: string | undefined;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly children: ReactNode;
}

/** The button that shows the date, and the popup under it. */
export function DateFrame({ control, text, open, onOpenChange, children }: DateFrameProps) {
  const { label, hideLabel, disabled = false, look = 'field' } = control;
  const place = useOverlayPlace();
  const messages = useUiMessages();
  const id = useId();
  const trigger = (
    <Base.Trigger
      id={id}
      disabled={disabled}
      aria-label={text === undefined ? label : `${label}: ${text}`}
      className={`flex w-full min-w-0 items-center gap-2 text-left text-ui disabled:opacity-60 ${look === 'field' ? 'field-box h-8 px-2.5' : 'h-full px-2 outline-none'}`}
    >
      <span className={`figures min-w-0 flex-1 truncate ${text === undefined ? 'text-faint' : ''}`}>
        {text ?? messages.pickDate}
      </span>
      <CalendarDays size={14} className="shrink-0 text-faint" />
    </Base.Trigger>
  );
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {look === 'field' ? (
        <FieldFrame id={id} label={label} hideLabel={hideLabel}>
          {trigger}
        </FieldFrame>
      ) : (
        trigger
      )}
      <Base.Portal {...place}>
        <Base.Positioner sideOffset={4} align="start" className="z-50">
          <Base.Popup aria-label={label} className="popup p-3 outline-none">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
