export const fieldMessages = {
  'field.yes': 'Yes',
  'field.no': 'No',
  'field.anyOf': 'Any of…',
  'field.unknownRecord': 'Not available',
  'field.notANumber': '“{text}” is not a number. Type digits, such as 1,250 or 12.5.',
  'field.notAUrl': '“{text}” is not a web address. Type one such as https://example.com.',
  'field.addVote': 'Add a vote',
  'field.votesLeft': '{count} left',
  'field.removeVote': 'Take a vote back',
  'field.myVotes': { one: '{count} vote is yours', other: '{count} votes are yours' },
  'field.react': 'React with {emoji}',
} as const;
