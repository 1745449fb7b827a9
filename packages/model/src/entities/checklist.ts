import { defineEntity } from '../entity.ts';

/** Launch tasks that a space's releases begin with. */
export const checklist = defineEntity({
  name: 'checklist',
  plural: 'checklists',
  label: { one: 'checklist', many: 'checklists' },
  titleField: 'name',
  scope: 'space',
  fields: {
    name: { name: 'Name', type: 'text', required: true, config: { length: 200 } },
    /** `ChecklistItem`s, in order. */
    items: { name: 'Items', type: 'data', required: true },
  },
  rules: {
    read: { role: 'viewer' },
    create: { role: 'editor' },
    update: { role: 'editor' },
    archive: { role: 'editor' },
    restore: { role: 'editor' },
  },
  exposure: { timeless: true },
});
