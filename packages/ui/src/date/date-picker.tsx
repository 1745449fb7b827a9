import { useState } from 'react';
import { Button } from '../components/button.tsx';
import { useUiMessages } from '../ui-messages.tsx';
import { DateFrame, type DateControlProps } from './date-frame.tsx';
import { LazyCalendar } from './lazy-calendar.tsx';
import { formatDay, currentDay, type Day } from './period.ts';

export type DatePickerProps = DateControlProps<Day>;

export function DatePicker(props: DatePickerProps) {
  const { value, onChange, locale, defaultOpen = false, onOpenChange } = props;
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
      control={props}
      text={value === null ? undefined : formatDay(value, locale, today)}
      open={open}
      onOpenChange={change}
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
