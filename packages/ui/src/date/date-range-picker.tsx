import { useState } from 'react';
import { Button } from '../components/button.tsx';
import { Segmented } from '../components/segmented.tsx';
import { useUiMessages } from '../ui-messages.tsx';
import { DateFrame, type DateControlProps } from './date-frame.tsx';
import { LazyRangeCalendar } from './lazy-calendar.tsx';
import { PeriodGrid } from './period-grid.tsx';
import {
  formatDateRange,
  currentDay,
  precisions,
  spanOf,
  withPrecision,
  type DateRange,
  type Precision,
} from './period.ts';

export type DateRangePickerProps = DateControlProps<DateRange>;

/** Days, months or quarters. The first press chooses one, the second stretches the range to it. */
export function DateRangePicker(props: DateRangePickerProps) {
  const { label, value, onChange, locale, defaultOpen = false, onOpenChange } = props;
  const messages = useUiMessages();
  const [today] = useState(currentDay);
  const [open, setOpen] = useState(defaultOpen);
  const [chosenPrecision, setPrecision] = useState<Precision>('month');
  const precision = value?.precision ?? chosenPrecision;
  // The half-made range: the next press stretches it.
  const [anchor, setAnchor] = useState<DateRange>();

  function changeOpen(next: boolean) {
    setOpen(next);
    setAnchor(undefined);
    onOpenChange?.(next);
  }
  function changePrecision(next: Precision) {
    setPrecision(next);
    setAnchor(undefined);
    if (value) onChange(withPrecision(value, next));
  }
  function pick(period: DateRange) {
    onChange(anchor ? spanOf(anchor, period) : period);
    setAnchor(anchor ? undefined : period);
  }

  return (
    <DateFrame
      control={props}
      text={value === null ? undefined : formatDateRange(value, locale)}
      open={open}
      onOpenChange={changeOpen}
    >
      <div className="flex flex-col gap-2">
        <Segmented
          label={label}
          items={precisions.map((id) => ({ id, label: messages[id] }))}
          value={precision}
          onChange={changePrecision}
        />
        {precision === 'day' ? (
          <LazyRangeCalendar
            start={value?.start ?? null}
            end={value?.end ?? null}
            onChange={(start, end) => onChange({ start, end, precision })}
          />
        ) : (
          <PeriodGrid precision={precision} range={value} today={today} locale={locale} onPick={pick} />
        )}
        <div className="flex justify-between border-t pt-2">
          <Button variant="quiet" size="small" onClick={() => onChange(null)} disabled={value === null}>
            {messages.clear}
          </Button>
          <Button variant="primary" size="small" onClick={() => changeOpen(false)}>
            {messages.done}
          </Button>
        </div>
      </div>
    </DateFrame>
  );
}
