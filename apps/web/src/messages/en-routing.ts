export const routingMessages = {
  'settings.routing': 'Routing',
  'settings.routing.text':
    'Which team gets which feedback, and how often people take what the product suggests.',

  'routing.rules': 'Rules',
  'routing.rules.text':
    'Feedback that meets a condition is given to a team as it comes in; the oldest rule that holds decides.',
  'routing.noRules': 'No rule yet: people give feedback to teams, and the product learns from them.',
  'routing.condition': 'Condition',
  'routing.example': 'channel = "email" and title contains "invoice"',
  'routing.team': 'Team',
  'routing.space': 'Space',
  'routing.add': 'Add rule',
  'routing.delete': 'Delete the rule {rule}',
  'routing.deleted': 'Rule deleted',
  'routing.routed': { one: '{count} piece given', other: '{count} pieces given' },
  'routing.noTeams': 'Make a team first, under Teams.',

  'routing.acceptance': 'Suggestions',
  'routing.acceptance.text':
    'What people made of suggestions. Passed over: the feedback was handled another way while a suggestion stood beside it.',
  'routing.none': 'Nothing was suggested yet, or nothing was decided.',
  'routing.month': 'Month',
  'routing.kind': 'Kind',
  'routing.kind.idea': 'Idea it belongs to',
  'routing.kind.team': 'Team it is for',
  'routing.offered': 'Offered',
  'routing.accepted': 'Accepted',
  'routing.refused': 'Refused',
  'routing.passed': 'Passed over',
  'routing.rate': 'Taken',
} as const;
