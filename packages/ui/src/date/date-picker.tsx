import { Popover as Base } from '@base-ui/react/popover';
import { CalendarDays } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { Button } from '../components/button.tsx';
import { FieldFrame } from '../components/field-frame.tsx';
import { useUiMessages } from '../ui-messages.tsx';
import { useOverlayPlace } from '../overlay-place.ts';
import { LazyCalendar } from './lazy-calendar.tsx';
import { formatDay, currentDay, type Day } from './period.ts';

export interface DatePickerProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: Day | null;
  readonly onChange: (day: Day | null) => void;
  readonly locale: string;
  readonly disabled?: boolean;
  readonly look?: 'field' | 'cell';
  readonly defaultOpen?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
}

export function DatePicker(props: DatePickerProps) {
  const {
    label,
    hideLabel,
    value,
    onChange,
    locale,
    disabled = false,
    look,
    defaultOpen = false,
    onOpenChange,
  } = props;
  const messages = useUiMessages();
  const [open, setOpen] = useState(defaultOpen);
  const [today] = useState(currentDay);
  function change(next: boolean) {
    setOpen(next);
    onOpenChange?.(next);
  }
  function pick(day: Day | null) {
    onChange(day);
    change(false);
  }
  return (
    <DateFrame
      label={label}
      hideLabel={hideLabel}
      text={value === null ? undefined : formatDay(value, locale, today)}
      open={open}
      onOpenChange={change}
      disabled={disabled}
      look={look}
    >
      <LazyCalendar value={value} onChange={pick} />
      <div className="mt-2 flex justify-between border-t pt-2">
        <Button variant="quiet" size="small" onClick={() => pick(today)}>
          {messages.today}
        </Button>
        <Button variant="quiet" size="small" onClick={() => pick(null)} disabled={value === null}>
          {messages.clear}
        </Button>
      </div>
    </DateFrame>
  );
}

export interface DateFrameProps {
  readonly label: string;
  readonly hideLabel?: boolean | undefined;
  readonly text: string | undefined;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly disabled: boolean;
  readonly look?: 'field' | 'cell' | undefined;
  readonly children: ReactNode;
}

/** The button that shows the date, and the popup under it. */
export function DateFrame(props: DateFrameProps) {
  const { label, hideLabel, text, open, onOpenChange, disabled, look = 'field', children } = props;
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
