export const colorRuleMessages = {
  'rules.title': 'Colour rules of {name}',
  'rules.text': 'The first rule that holds marks the value, wherever the field is shown.',
  'rules.rule': 'Rule {place}',
  'rules.empty': 'is empty',
  'rules.color': 'Colour',
  'rules.noColor': 'No colour',
  'rules.emoji': 'Emoji',
  'rules.raise': 'Ask earlier',
  'rules.remove': 'Remove the rule',
  'rules.add': 'Add a rule',
  'rules.save': 'Save rules',
  'rules.saved': 'Colour rules of {name} saved',
} as const;
