import { defineEntity, SETTINGS_RULES } from '../entity.ts';
import { SPACE_ACCESS } from '../role.ts';

/** A container for a product area or a department. Its rules ask for the role in the space itself. */
export const space = defineEntity({
  name: 'space',
  plural: 'spaces',
  label: { one: 'space', many: 'spaces' },
  titleField: 'name',
  scope: 'workspace',
  place: 'id',
  fields: {
    key: { name: 'Key', type: 'text', required: true, config: { length: 10 } },
    name: { name: 'Name', type: 'text', required: true, config: { length: 200 } },
    emoji: { name: 'Emoji', type: 'text', config: { length: 20 } },
    about: { name: 'About', type: 'text', config: { length: 2000 } },
    access: {
      name: 'Access',
      type: 'select',
      required: true,
      config: { options: SPACE_ACCESS.map((key) => ({ key, name: key })) },
    },
    /** Whether roadmaps may tell how many records of the space a reader does not get to see. */
    tellsHidden: { name: 'Roadmaps count hidden records', type: 'checkbox' },
    /** Hours; feedback that comes in is to be answered within. */
    answerWithin: { name: 'Answer within hours', type: 'number', config: { min: 1, max: 8760 } },
    team: { name: 'Team', type: 'team' },
    rank: { name: 'Rank', type: 'text' },
  },
  rules: { ...SETTINGS_RULES, create: { role: 'editor', in: 'workspace' }, apply: { role: 'editor' } },
  exposure: { timeless: true },
});
