export const moveReasonMessages = {
  'reason.label': 'Why the date moved',
  'reason.question': {
    one: 'Why did the date of “{title}” move? Others rely on it.',
    other: 'Why did the dates of {count} ideas move? Others rely on them.',
  },
  'reason.words': 'In your words, then Enter or a reason',
  'reason.other': 'Another reason',
  'reason.skip': 'No answer',
  'reason.kept': 'Reason kept',
  'reason.shortcut': 'Say why a date moved',
} as const;
