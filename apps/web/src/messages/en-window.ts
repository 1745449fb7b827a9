/** A space with more records than the browser holds. */
export const windowMessages = {
  'window.list': '{loaded} of {all} loaded. More come as you scroll.',
  'window.listAll': 'All {all} loaded.',
  'window.first':
    'Shows the first {loaded} of {all} in the order of this view. Narrow the filter to see the rest.',
  'window.counting': '{loaded} loaded, counting the rest …',
  'window.asking': 'Asking the server …',
  'window.failed': 'The server did not answer. What you see is what was here before.',
  'window.lost':
    'A field that this view names is not here any more. The view is shown without this part of it: {parts}.',
  'window.lost.filter': 'filter',
  'window.lost.order': 'sorting',
  'window.lost.groups': 'grouping',
  'window.keepWithout': 'Keep it so',
  'window.retry': 'Try again',
} as const;
