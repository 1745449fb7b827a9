import { createContext, useContext } from 'react';

/** The texts components bring with them; the app passes its catalogue's versions through UiMessagesContext. */
export interface UiMessages {
  readonly close: string;
  readonly clear: string;
  readonly search: string;
  readonly noMatches: string;
  readonly create: (name: string) => string;
  readonly increase: string;
  readonly decrease: string;
  readonly pickDate: string;
  readonly today: string;
  readonly day: string;
  readonly month: string;
  readonly quarter: string;
  readonly previousYear: string;
  readonly nextYear: string;
  readonly previousMonth: string;
  readonly nextMonth: string;
  readonly undo: string;
  readonly notifications: string;
  readonly overlays: string;
  readonly resizePanel: string;
  readonly rating: (stars: number) => string;
  readonly shortcuts: string;
  readonly filterShortcuts: string;
  readonly commandPlaceholder: string;
  readonly commands: string;
  readonly done: string;
}

const englishMessages: UiMessages = {
  close: 'Close',
  clear: 'Clear',
  search: 'Search…',
  noMatches: 'Nothing matches',
  create: (name) => `Create “${name}”`,
  increase: 'Increase',
  decrease: 'Decrease',
  pickDate: 'Pick a date',
  today: 'Today',
  day: 'Day',
  month: 'Month',
  quarter: 'Quarter',
  previousYear: 'Previous year',
  nextYear: 'Next year',
  previousMonth: 'Previous month',
  nextMonth: 'Next month',
  undo: 'Undo',
  notifications: 'Notifications',
  overlays: 'Menus and lists',
  resizePanel: 'Resize panel',
  rating: (stars) => (stars === 1 ? '1 star' : `${stars} stars`),
  shortcuts: 'Keyboard shortcuts',
  filterShortcuts: 'Find a shortcut…',
  commandPlaceholder: 'Type a command or search…',
  commands: 'Commands',
  done: 'Done',
};

export const UiMessagesContext = createContext<UiMessages>(englishMessages);

export function useUiMessages(): UiMessages {
  return useContext(UiMessagesContext);
}
