import { lazy, Suspense } from 'react';
import { Skeleton } from '../components/skeleton.tsx';
import type { CalendarProps, RangeCalendarProps } from './calendar.tsx';

// The calendar is heavy and seldom opened: it comes when the first picker opens.
const Single = lazy(async () => ({ default: (await import('./calendar.tsx')).Calendar }));
const Range = lazy(async () => ({ default: (await import('./calendar.tsx')).RangeCalendar }));
const placeholder = <Skeleton className="h-64 w-56" />;

export function LazyCalendar(props: CalendarProps) {
  return (
    <Suspense fallback={placeholder}>
      <Single {...props} />
    </Suspense>
  );
}

export function LazyRangeCalendar(props: RangeCalendarProps) {
  return (
    <Suspense fallback={placeholder}>
      <Range {...props} />
    </Suspense>
  );
}
