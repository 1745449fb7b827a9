export const paletteMessages = {
  'palette.goTo': 'Go to',
  'palette.do': 'Do',
  'palette.record': 'Opened record',
  'palette.change': 'Change {name}',
  'palette.changed': '{name}: {value}',
  'palette.current': 'now',
  'palette.empty': 'Empty it',
  'palette.nothing': 'empty',
  'palette.createIdea': 'Create idea “{title}” in {space}',
  'palette.export': 'Export this view as {format}',
  'palette.share': 'Share this view',
} as const;
