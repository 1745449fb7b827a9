import { DayPicker, type DayPickerProps } from 'react-day-picker';
import { useUiMessages } from '../ui-messages.tsx';
import { fromLocalDate, toLocalDate, type Day } from './period.ts';

const dayLook =
  'size-8 rounded-md figures text-ui hover:bg-hover focus-visible:outline-2 focus-visible:outline-focus disabled:opacity-40';

const looks: NonNullable<DayPickerProps['classNames']> = {
  months: 'relative',
  month_caption: 'flex h-8 items-center px-2 text-ui font-semibold',
  nav: 'absolute right-0 top-0 flex',
  button_previous: 'grid size-8 place-items-center rounded-md text-muted hover:bg-hover',
  button_next: 'grid size-8 place-items-center rounded-md text-muted hover:bg-hover',
  chevron: 'size-4 fill-current',
  month_grid: 'border-collapse',
  weekday: 'size-8 text-tiny font-normal text-faint',
  day: 'p-0 text-center',
  day_button: dayLook,
  today: 'font-semibold text-accent-text',
  outside: 'text-faint',
  selected: '[&>button]:bg-accent [&>button]:text-on-accent [&>button]:hover:bg-accent-hover',
  range_middle: 'bg-accent-soft [&>button]:bg-transparent! [&>button]:text-ink! [&>button]:rounded-none',
  range_start: 'rounded-l-md bg-accent-soft',
  range_end: 'rounded-r-md bg-accent-soft',
};

export interface CalendarProps {
  readonly value: Day | null;
  readonly onChange: (day: Day | null) => void;
}

export function Calendar({ value, onChange }: CalendarProps) {
  const labels = useCalendarLabels();
  const selected = value === null ? undefined : toLocalDate(value);
  return (
    <DayPicker
      mode="single"
      selected={selected}
      onSelect={(date) => onChange(date ? fromLocalDate(date) : null)}
      {...(selected && { defaultMonth: selected })}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the calendar is opened to choose a day with the arrow keys
      autoFocus
      showOutsideDays
      weekStartsOn={firstWeekday()}
      classNames={looks}
      labels={labels}
    />
  );
}

export interface RangeCalendarProps {
  readonly start: Day | null;
  readonly end: Day | null;
  readonly onChange: (start: Day, end: Day) => void;
}

export function RangeCalendar({ start, end, onChange }: RangeCalendarProps) {
  const labels = useCalendarLabels();
  const from = start === null ? undefined : toLocalDate(start);
  return (
    <DayPicker
      mode="range"
      selected={{ from, to: end === null ? undefined : toLocalDate(end) }}
      onSelect={(range) => {
        if (range?.from) onChange(fromLocalDate(range.from), fromLocalDate(range.to ?? range.from));
      }}
      {...(from && { defaultMonth: from })}
      showOutsideDays
      weekStartsOn={firstWeekday()}
      classNames={looks}
      labels={labels}
    />
  );
}

function useCalendarLabels(): NonNullable<DayPickerProps['labels']> {
  const messages = useUiMessages();
  return { labelPrevious: () => messages.previousMonth, labelNext: () => messages.nextMonth };
}

type Weekday = 0 | 1 | 6;

/** The locale's first day of the week; Monday where the browser cannot tell. */
function firstWeekday(): Weekday {
  const locale = new Intl.Locale(navigator.language);
  const first = 'getWeekInfo' in locale ? readFirstDay(locale.getWeekInfo) : 1;
  return first === 7 ? 0 : first === 6 ? 6 : 1;

  function readFirstDay(read: unknown): number {
    const info: unknown = typeof read === 'function' ? Reflect.apply(read, locale, []) : undefined;
    return typeof info === 'object' && info !== null && 'firstDay' in info ? Number(info.firstDay) : 1;
  }
}
