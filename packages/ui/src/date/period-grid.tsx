import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../components/icon-button.tsx';
import { useUiMessages } from '../ui-messages.tsx';
import { makeDay, monthNames, periodAround, yearOf, type DateRange, type Day } from './period.ts';

export interface PeriodGridProps {
  readonly precision: 'month' | 'quarter';
  readonly range: DateRange | null;
  readonly today: Day;
  readonly locale: string;
  readonly onPick: (period: DateRange) => void;
}

/** A year of months or quarters to choose from. */
export function PeriodGrid({ precision, range, today, locale, onPick }: PeriodGridProps) {
  const messages = useUiMessages();
  const [year, setYear] = useState(yearOf(range?.start ?? today));
  const names = precision === 'month' ? monthNames(locale) : ['Q1', 'Q2', 'Q3', 'Q4'];
  const length = 12 / names.length;
  return (
    <div className="w-56">
      <div className="flex h-8 items-center justify-between">
        <IconButton
          label={messages.previousYear}
          icon={<ChevronLeft size={16} />}
          onClick={() => setYear(year - 1)}
        />
        <span className="figures text-ui font-semibold" aria-live="polite">
          {year}
        </span>
        <IconButton
          label={messages.nextYear}
          icon={<ChevronRight size={16} />}
          onClick={() => setYear(year + 1)}
        />
      </div>
      <div className={precision === 'month' ? 'mt-2 grid grid-cols-3 gap-1' : 'mt-2 grid grid-cols-2 gap-1'}>
        {names.map((name, index) => {
          const period = periodAround(makeDay(year, index * length + 1, 1), precision);
          const isIn = range !== null && period.start >= range.start && period.end <= range.end;
          const isEdge = isIn && (period.start === range.start || period.end === range.end);
          return (
            <button
              key={name}
              type="button"
              aria-pressed={isIn}
              aria-label={`${name} ${year}`}
              onClick={() => onPick(period)}
              className={`h-9 rounded-md text-ui ${isEdge ? 'bg-accent text-on-accent' : isIn ? 'bg-accent-soft' : 'hover:bg-hover'}`}
            >
              {name}
            </button>
          );
        })}
      </div>
    </div>
  );
}
