import { Skeleton } from '../components/skeleton.tsx';
import { LazyContent, makeLazyComponent } from '../lazy-component.tsx';
import type { CalendarProps, RangeCalendarProps } from './calendar.tsx';

// The calendar is heavy and seldom opened: it comes when the first picker opens.
const single = makeLazyComponent<CalendarProps>(async () => (await import('./calendar.tsx')).Calendar, {
  preload: false,
});
const range = makeLazyComponent<RangeCalendarProps>(
  async () => (await import('./calendar.tsx')).RangeCalendar,
  {
    preload: false,
  },
);

const placeholder = <Skeleton className="h-64 w-56" />;

export function LazyCalendar(props: CalendarProps) {
  return <LazyContent lazy={single} isWanted componentProps={props} fallback={placeholder} />;
}

export function LazyRangeCalendar(props: RangeCalendarProps) {
  return <LazyContent lazy={range} isWanted componentProps={props} fallback={placeholder} />;
}
