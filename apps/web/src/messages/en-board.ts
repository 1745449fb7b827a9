export const boardMessages = {
  'board.shortcuts': 'Board',
  'board.nextCard': 'Next card',
  'board.previousCard': 'Previous card',
  'board.moveTo': 'Move to…',
  'board.toTop': 'To the top',
  'board.up': 'Up',
  'board.down': 'Down',
  'board.toBottom': 'To the bottom',
  'board.create': 'Create',
  'board.createIn': 'Create in {name}',
  'board.cards': { one: '{count} card', other: '{count} cards' },
  'board.moved': '{title} moved to {column}',
} as const;
