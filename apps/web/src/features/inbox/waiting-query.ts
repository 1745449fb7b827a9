import type { Expression } from '@throughline/view';
import type { RecordHub } from '../../data/record-hub.ts';
import { readText } from '../../fields/read-value.ts';

/** Each is a part of the query: beyond so many, comments come up as those before are decided. */
const mostNamed = 200;

/** Feedback that somebody here must let on a portal, or that has a comment of that kind; its keys name the latter. */
export function waitingQuery(keys: readonly string[]): Expression {
  const named: readonly Expression[] =
    keys.length === 0
      ? []
      : [
          {
            type: 'in',
            value: { type: 'field', field: 'key' },
            items: keys.slice(0, mostNamed).map((value) => ({ type: 'text', value })),
          },
        ];
  return {
    type: 'or',
    items: [
      {
        type: 'compare',
        operator: '=',
        left: { type: 'field', field: 'publicity' },
        right: { type: 'option', field: 'publicity', key: 'waiting' },
      },
      ...named,
    ],
  };
}

/** Keys of the feedback with comments that wait, in one text: it is the same until they change. */
export function keysWithWaitingComments(hub: RecordHub): string {
  const keys = hub
    .related('comment', 'publicity', 'waiting')
    .map(({ values }) => readText(hub.get('feedback', readText(values['record']))?.['key']));
  return [...new Set(keys)]
    .filter((key) => key !== '')
    .toSorted()
    .join(' ');
}
