export const exportMessages = {
  'export.open': 'Export',
  'export.title': 'Export “{name}”',
  'export.intro': 'As it is shown now, with its title, day and filter. Long views go on over several pages.',
  'export.png': 'Picture (PNG)',
  'export.pdf': 'Document (PDF)',
  'export.pptx': 'Slides (PPTX)',
  'export.failed': 'The file could not be made',
  'export.page': '{page} of {pages}',
  'export.count': { one: '{count} record', other: '{count} records' },
  'export.filter': 'Filter: {filter}',
  'export.records': 'Records',
  'export.by': '{measure} by {by}',
} as const;
