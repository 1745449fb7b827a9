export const dataMessages = {
  'data.undone': 'Undone',
  'data.undoOffline': 'This cannot be undone while the server cannot be reached.',
  'data.noValue': 'No {name}',
  'data.changed': { one: '{field} changed', other: '{field} of {count} records changed' },
  'data.voted': 'Your vote is counted',
  'data.updated': { one: '{count} record changed', other: '{count} records changed' },
  'data.archived': { one: '{count} record archived', other: '{count} records archived' },
} as const;
