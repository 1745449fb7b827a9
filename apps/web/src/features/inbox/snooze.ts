/** What has been put off is out of sight until its time comes, or the customer says more. */
import type { Expression } from '@throughline/view';
import { useSyncExternalStore } from 'react';
import { useWorkspace } from '../../data/data-context.ts';

const MINUTE = 60_000;

/** The current minute, ISO 8601; drawn again with each. */
export function useMinute(): string {
  const { now } = useWorkspace();
  return useSyncExternalStore(everyMinute, () => new Date(Math.floor(now() / MINUTE) * MINUTE).toISOString());
}

function everyMinute(listener: () => void): () => void {
  const timer = setInterval(listener, MINUTE / 4);
  return () => clearInterval(timer);
}

const until: Expression = { type: 'field', field: 'snoozedUntil' };

/** Put off beyond a moment. */
export function isSnoozed(moment: string): Expression {
  return { type: 'compare', operator: '>', left: until, right: { type: 'date', value: moment } };
}

export function isAwake(moment: string): Expression {
  return {
    type: 'or',
    items: [
      { type: 'isEmpty', value: until },
      { type: 'not', item: isSnoozed(moment) },
    ],
  };
}

export interface SnoozeChoice {
  readonly id: 'Hours' | 'Tomorrow' | 'Monday' | 'Week' | 'Month';
  readonly at: Date;
}

const MORNING = 8;

/** In the reader's own zone. */
export function snoozeChoices(now: Date): readonly SnoozeChoice[] {
  const morning = (days: number): Date =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, MORNING);
  const toMonday = (8 - now.getDay()) % 7 || 7;
  return [
    { id: 'Hours', at: new Date(now.getTime() + 180 * MINUTE) },
    { id: 'Tomorrow', at: morning(1) },
    { id: 'Monday', at: morning(toMonday) },
    { id: 'Week', at: morning(7) },
    { id: 'Month', at: new Date(now.getFullYear(), now.getMonth() + 1, now.getDate(), MORNING) },
  ];
}
