import type { UiMessages } from '@throughline/ui';
import { t } from './t.ts';

/** What the components of @throughline/ui say, from the catalogue. */
export const uiTexts: UiMessages = {
  close: t('ui.close'),
  clear: t('ui.clear'),
  search: t('ui.search'),
  noMatches: t('ui.noMatches'),
  create: (name) => t('ui.create', { name }),
  increase: t('ui.increase'),
  decrease: t('ui.decrease'),
  pickDate: t('ui.pickDate'),
  today: t('ui.today'),
  day: t('ui.day'),
  month: t('ui.month'),
  quarter: t('ui.quarter'),
  previousYear: t('ui.previousYear'),
  nextYear: t('ui.nextYear'),
  previousMonth: t('ui.previousMonth'),
  nextMonth: t('ui.nextMonth'),
  undo: t('ui.undo'),
  notifications: t('ui.notifications'),
  overlays: t('ui.overlays'),
  resizePanel: t('ui.resizePanel'),
  rating: (count) => t('ui.stars', { count }),
  shortcuts: t('ui.shortcuts'),
  filterShortcuts: t('ui.filterShortcuts'),
  commandPlaceholder: t('ui.commandPlaceholder'),
  commands: t('ui.commands'),
  done: t('ui.done'),
};
