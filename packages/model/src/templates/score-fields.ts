/** What ideas are scored with, under the keys that ready-made formulas look for. */
import { makeField, select } from './template-parts.ts';

export const REACH = makeField('reach', 'Reach', {
  type: 'number',
  min: 0,
  about: 'How many people it concerns in a quarter.',
});
export const IMPACT = makeField('impact', 'Impact', {
  type: 'rating',
  max: 5,
  about: 'How much it changes for each of them.',
});
export const CONFIDENCE = makeField('confidence', 'Confidence', {
  type: 'number',
  format: 'percent',
  min: 0,
  max: 100,
  about: 'How sure we are of the other figures.',
});
export const EFFORT = makeField('effort', 'Effort', { type: 'number', min: 0, about: 'In person-weeks.' });
export const VALUE = makeField('value', 'Value', { type: 'slider', min: 0, max: 10 });

export const RICE = makeField('rice', 'RICE', {
  type: 'formula',
  expression: 'reach * impact * confidence / 100 / effort',
  about: 'Reach × impact × confidence ÷ effort.',
});
export const VALUE_EFFORT = makeField('value_effort', 'Value ÷ effort', {
  type: 'formula',
  expression: 'round(value / effort, 1)',
});

export const WSJF_FIELDS = [
  makeField('business_value', 'Business value', { type: 'slider', min: 0, max: 20 }),
  makeField('time_criticality', 'Time criticality', { type: 'slider', min: 0, max: 20 }),
  makeField('risk_reduction', 'Risk reduction', { type: 'slider', min: 0, max: 20 }),
  makeField('job_size', 'Job size', { type: 'slider', min: 0, max: 20 }),
  makeField('wsjf', 'WSJF', {
    type: 'formula',
    expression: '(business_value + time_criticality + risk_reduction) / job_size',
    about: 'Cost of delay ÷ job size.',
  }),
];

const KANO_ANSWERS = [
  { key: 'i_like_it', name: 'I like it', color: 'green' },
  { key: 'i_expect_it', name: 'I expect it', color: 'teal' },
  { key: 'i_am_neutral', name: 'I am neutral', color: 'gray' },
  { key: 'i_can_live_with_it', name: 'I can live with it', color: 'amber' },
  { key: 'i_dislike_it', name: 'I dislike it', color: 'red' },
];

/** The categories by the standard evaluation table; see the ready-made formula of the same name. */
export const KANO_FIELDS = [
  select('kano_with', 'If it is there', KANO_ANSWERS),
  select('kano_without', 'If it is not there', KANO_ANSWERS),
  makeField('kano_category', 'Kano category', {
    type: 'formula',
    expression: kanoExpression(),
    about: 'From the answers to “if it is there” and “if it is not”.',
  }),
];

function kanoExpression(): string {
  const is = (key: string, answer: string): string => `${key} = "${answer}"`;
  const [like, dislike] = ['I like it', 'I dislike it'];
  const liked = `if(${is('kano_without', like)}, "Questionable", if(${is('kano_without', dislike)}, "Performance", "Attractive"))`;
  const disliked = `if(${is('kano_without', dislike)}, "Questionable", "Reverse")`;
  const others = `if(${is('kano_without', like)}, "Reverse", if(${is('kano_without', dislike)}, "Must-be", "Indifferent"))`;
  return `if(kano_with is empty or kano_without is empty, empty, if(${is('kano_with', like)}, ${liked}, if(${is('kano_with', dislike)}, ${disliked}, ${others})))`;
}
