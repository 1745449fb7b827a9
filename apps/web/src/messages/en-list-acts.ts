/** What is done to lists from menus: sums, order of sight, colours, parents. */
export const listActMessages = {
  'list.summarise': 'Summarise',
  'list.noSummary': 'Nothing',
  'list.colorRules': 'Colour rules…',
  'list.freeze': 'Freeze up to here',
  'list.unfreeze': 'Unfreeze',
  'list.moreActions': 'More for the selection',
  'list.setParent': 'Set parent…',
  'list.parentTitle': { one: 'Parent of {count} idea', other: 'Parent of {count} ideas' },
  'list.parentText': 'It will stand below the idea that you choose.',
  'list.parent': 'Parent',
  'list.noParent': 'No parent',
  'list.parentSet': 'Parent set',
  'list.setIt': 'Set parent',
} as const;
