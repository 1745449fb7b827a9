/** Types of fields whose values records are put together by, in lists and in lanes. */
export const groupTypes: readonly string[] = [
  'select',
  'multi-select',
  'labels',
  'person',
  'people',
  'team',
  'company',
  'checkbox',
  'rating',
];
