import { defineEntity, SETTINGS_RULES } from '../entity.ts';

export const TEMPLATE_KINDS = ['space', 'view'] as const;

/** How a space works, or one view, kept to be set up again. Without a space it is offered in all of them. */
export const template = defineEntity({
  name: 'template',
  plural: 'templates',
  label: { one: 'template', many: 'templates' },
  titleField: 'name',
  scope: 'workspace',
  place: 'in',
  fields: {
    name: { name: 'Name', type: 'text', required: true, config: { length: 200 } },
    about: { name: 'About', type: 'text', config: { length: 2000 } },
    emoji: { name: 'Emoji', type: 'text', config: { length: 20 } },
    kind: {
      name: 'Kind',
      type: 'select',
      required: true,
      config: { options: TEMPLATE_KINDS.map((key) => ({ key, name: key })) },
    },
    /** A `Blueprint`. */
    blueprint: { name: 'Blueprint', type: 'data', required: true },
    in: { name: 'Space', type: 'record', config: { target: 'space' }, fixed: true },
  },
  rules: {
    ...SETTINGS_RULES,
    create: { role: 'editor' },
    update: { role: 'editor' },
    archive: { role: 'editor' },
    restore: { role: 'editor' },
  },
  exposure: { timeless: true, sync: false },
});
