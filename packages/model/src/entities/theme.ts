import { defineEntity } from '../entity.ts';

/** What much of a space's feedback is about, found by the product day by day; people name and hide themes. */
export const theme = defineEntity({
  name: 'theme',
  plural: 'themes',
  label: { one: 'theme', many: 'themes' },
  titleField: 'label',
  scope: 'space',
  fields: {
    /** As people call it, or else the words that tell it from the others. */
    label: { name: 'Name', type: 'text', required: true, config: { length: 200 } },
    /** Somebody gave it its name, which then stays. */
    isNamed: { name: 'Named by hand', type: 'checkbox', readOnly: true },
    isHidden: { name: 'Hidden', type: 'checkbox' },
    /** Ids of the feedback that belongs to it. */
    members: { name: 'Feedback', type: 'data', readOnly: true },
    size: { name: 'Size', type: 'number', readOnly: true },
    /** How much came in each week, the oldest first. */
    weeks: { name: 'By week', type: 'data', readOnly: true },
    /** The newest week beside the mean of those before. */
    growth: { name: 'Growth', type: 'number', readOnly: true },
    foundAt: { name: 'Found', type: 'timestamp', readOnly: true },
  },
  rules: { read: { role: 'viewer' }, update: { role: 'editor' } },
});
