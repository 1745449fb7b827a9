import { defineEntity, SETTINGS_RULES } from '../entity.ts';

/** What the description of an idea of the space may begin with. What several spaces share is a standard. */
export const descriptionTemplate = defineEntity({
  name: 'description-template',
  plural: 'description-templates',
  label: { one: 'description template', many: 'description templates' },
  titleField: 'name',
  scope: 'space',
  fields: {
    name: { name: 'Name', type: 'text', required: true, config: { length: 200 } },
    emoji: { name: 'Emoji', type: 'text', config: { length: 20 } },
    /** Markdown. */
    body: { name: 'Text', type: 'long-text' },
    /** Key of the type of ideas it is for; for all where left out. */
    forType: { name: 'For ideas of the type', type: 'text', config: { length: 200 } },
    /** New ideas that people make without a description begin with it; a type's own goes before one for all. */
    isDefault: { name: 'New ideas begin with it', type: 'checkbox' },
    rank: { name: 'Rank', type: 'text' },
  },
  rules: {
    ...SETTINGS_RULES,
    create: { role: 'editor' },
    update: { role: 'editor' },
    archive: { role: 'editor' },
    restore: { role: 'editor' },
  },
  exposure: { timeless: true },
});
