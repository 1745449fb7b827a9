export const expressionMessages = {
  'expression.at': '(at character {place})',
  'expression.candidates': 'Suggestions',
} as const;
