import { CONTENT_RULES, defineEntity } from '../entity.ts';

/** What somebody, often of another department, has to do for a release to reach customers. */
export const launchTask = defineEntity({
  name: 'launch-task',
  plural: 'launch-tasks',
  label: { one: 'launch task', many: 'launch tasks' },
  titleField: 'title',
  scope: 'space',
  ownedBy: 'owner',
  fields: {
    title: { name: 'Title', type: 'text', required: true, config: { length: 300 } },
    release: { name: 'Release', type: 'record', config: { target: 'release' }, required: true, fixed: true },
    /** Whose work it is: marketing, sales, support, documentation, … */
    department: { name: 'Department', type: 'text', config: { length: 100 } },
    owner: { name: 'Owner', type: 'person' },
    dueOn: { name: 'Due', type: 'date' },
    done: { name: 'Done', type: 'checkbox' },
    doneAt: { name: 'Done at', type: 'timestamp', readOnly: true },
    rank: { name: 'Rank', type: 'text', config: { exact: true } },
  },
  rules: { ...CONTENT_RULES, delete: { role: 'editor', own: 'contributor' } },
});
