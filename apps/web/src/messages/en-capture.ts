export const captureMessages = {
  'capture.title': 'New feedback',
  'capture.words': 'What was said',
  'capture.wordsPlaceholder': 'In their own words, as you heard or read it…',
  'capture.titleField': 'Title',
  'capture.new': 'new',
  'capture.save': 'Save feedback',
  'capture.cancel': 'Cancel',
  'capture.saved': 'Feedback saved',
  'capture.noSpace':
    'There is no space you may add feedback to. Ask an administrator for the role of a contributor.',
} as const;
