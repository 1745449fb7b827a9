export const startMessages = {
  'start.sampleTitle': 'Making a year of work',
  'start.sampleText':
    'Feedback, ideas, evidence and decisions of a company that plans shifts, one day after the other. You can leave this page; it goes on.',
  'start.sampleProgress': 'Sample workspace',
  'start.percent': '{percent} %',
  'start.sampleFailed':
    'The sample could not be made. What is there stays; try again, or start with a template.',
  'start.back': 'Back',
  'join.title': 'Join the workspace',
  'join.intro': 'Somebody invited you. Say who you are; the link works once.',
  'join.passwordHint': 'At least 10 characters. If you have an account here already, its password.',
  'join.submit': 'Join',
  'join.busy': 'Joining…',
  'join.expired': 'This invitation does not work any more.',
  'join.expiredFix': 'It was used, has ended, or a part of the link is missing. Ask for another one.',
} as const;
