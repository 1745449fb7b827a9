import { CONTENT_RULES, defineEntity } from '../entity.ts';
import { RANGE_PRECISIONS } from '../fields/date-range.ts';
import { ROADMAP_AUDIENCE } from './roadmap.ts';

/** A roadmap as one audience gets to see it: chosen fields in chosen words, dates no finer than they may be. */
export const edition = defineEntity({
  name: 'edition',
  plural: 'editions',
  label: { one: 'audience version', many: 'audience versions' },
  titleField: 'name',
  scope: 'space',
  ownedBy: 'owner',
  hasAudience: true,
  fields: {
    name: { name: 'Name', type: 'text', required: true, config: { length: 200 } },
    roadmap: {
      name: 'Roadmap',
      type: 'record',
      config: { target: 'roadmap' },
      required: true,
      fixed: true,
    },
    about: { name: 'Introduction', type: 'text', config: { length: 2000 } },
    /** Ids of views of the roadmap, in order; all when empty. */
    views: { name: 'Views', type: 'labels' },
    /** Keys of the fields shown. */
    columns: { name: 'Fields', type: 'labels', required: true },
    /** `{fields: {key: name}, options: {key: {option: name}}}`: what fields and options are called here. */
    wording: { name: 'Wording', type: 'data' },
    /** Key of the text field whose words stand for the title; records without any are left out. */
    titleFrom: { name: 'Titles come from', type: 'text', config: { length: 60 } },
    dates: {
      name: 'Dates to the',
      type: 'select',
      config: { options: RANGE_PRECISIONS.map((key) => ({ key, name: key })) },
    },
    /** In the expression language, on top of what each view asks. */
    condition: { name: 'Only records with', type: 'text', config: { length: 2000 } },
    ...ROADMAP_AUDIENCE,
    rank: { name: 'Rank', type: 'text' },
  },
  rules: { ...CONTENT_RULES, read: { role: 'contributor' } },
  exposure: { timeless: true },
});
