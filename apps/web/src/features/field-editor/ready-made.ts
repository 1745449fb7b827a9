/** Scores that others have thought out: each names its inputs and says where its definition comes from. */
import type { JsonObject } from '@throughline/base';
import { MODEL, type Field } from '@throughline/model';
import type { Schema } from '@throughline/view';

export interface ReadyMade {
  readonly id: ReadyMadeId;
  readonly name: string;
  readonly inputs: readonly Input[];
  /** Of the keys that the inputs have in the workspace, in their order. */
  readonly expression: (...keys: readonly string[]) => string;
}

export type ReadyMadeId =
  | 'rice'
  | 'ice'
  | 'wsjf'
  | 'value-effort'
  | 'weighted'
  | 'moscow'
  | 'kano'
  | 'opportunity'
  | 'evidence'
  | 'fair-demand';

interface Input {
  readonly key: string;
  readonly name: string;
  readonly type: 'number' | 'rating' | 'slider' | 'select';
  readonly config: JsonObject;
}

const number = (key: string, name: string, config: JsonObject = {}): Input => ({
  key,
  name,
  type: 'number',
  config,
});
const slider = (key: string, name: string, max: number): Input => ({
  key,
  name,
  type: 'slider',
  config: { min: 0, max },
});
const impact: Input = { key: 'impact', name: 'Impact', type: 'rating', config: { max: 5 } };
const confidence = number('confidence', 'Confidence', { format: 'percent' });
const effort = number('effort', 'Effort');
const reach = number('reach', 'Reach');

/**
 * Reach × impact × confidence ÷ effort, confidence in percent. S. McBride, “RICE: Simple prioritization for
 * product managers”, Intercom, 2018.
 */
const rice: ReadyMade = {
  id: 'rice',
  name: 'RICE',
  inputs: [reach, impact, confidence, effort],
  expression: (of, by, sure, cost) => `${of} * ${by} * ${sure} / 100 / ${cost}`,
};

/** Impact × confidence × ease. S. Ellis, M. Brown, “Hacking Growth”, 2017. */
const ice: ReadyMade = {
  id: 'ice',
  name: 'ICE',
  inputs: [impact, confidence, slider('ease', 'Ease', 10)],
  expression: (of, sure, ease) => `${of} * ${sure} / 100 * ${ease}`,
};

/**
 * Weighted shortest job first: cost of delay ÷ job size, the cost of delay being user and business value + time
 * criticality + risk reduction. D. Reinertsen, “The Principles of Product Development Flow”, 2009; the three
 * parts after the Scaled Agile Framework.
 */
const wsjf: ReadyMade = {
  id: 'wsjf',
  name: 'WSJF',
  inputs: [
    slider('business_value', 'Business value', 20),
    slider('time_criticality', 'Time criticality', 20),
    slider('risk_reduction', 'Risk reduction', 20),
    slider('job_size', 'Job size', 20),
  ],
  expression: (value, time, risk, size) => `(${value} + ${time} + ${risk}) / ${size}`,
};

/** Return per unit of cost: value ÷ effort. */
const valueEffort: ReadyMade = {
  id: 'value-effort',
  name: 'Value / effort',
  inputs: [slider('value', 'Value', 10), effort],
  expression: (value, cost) => `${value} / ${cost}`,
};

/**
 * From 0 to 100: the weighted mean of the inputs, each normalised by min–max over the space. What counts
 * against an idea is turned round, 100 − its normalised value, so that a mean remains a mean: nothing is divided by an input,
 * and no sign of a value changes the rule. (Simple additive weighting: P. C. Fishburn, “Additive Utilities with
 * Incomplete Product Set”, 1967.)
 */
const weighted: ReadyMade = {
  id: 'weighted',
  name: 'Weighted score',
  inputs: [impact, reach, effort],
  expression: (of, by, cost) =>
    `(3 * normalize(${of}) + 2 * normalize(${by}) + 1 * (100 - normalize(${cost}))) / (3 + 2 + 1)`,
};

/**
 * Must, should, could, won't: D. Clegg, R. Barker, “Case Method Fast-Track”, 1994. The method has no numbers; the
 * weights only keep its order.
 */
const moscow: ReadyMade = {
  id: 'moscow',
  name: 'MoSCoW weight',
  inputs: [
    {
      key: 'moscow',
      name: 'MoSCoW',
      type: 'select',
      config: {
        options: [
          { name: 'Must have', color: 'red', weight: 3 },
          { name: 'Should have', color: 'amber', weight: 2 },
          { name: 'Could have', color: 'sky', weight: 1 },
          { name: 'Won’t have', color: 'gray', weight: 0 },
        ],
      },
    },
  ],
  expression: (of) => `weight(${of})`,
};

const [LIKE, DISLIKE] = ['I like it', 'I dislike it'];
const KANO_ANSWERS: JsonObject = {
  options: [
    { name: LIKE, color: 'green' },
    { name: 'I expect it', color: 'teal' },
    { name: 'I am neutral', color: 'gray' },
    { name: 'I can live with it', color: 'amber' },
    { name: DISLIKE, color: 'red' },
  ],
};

/**
 * The category by the standard evaluation table, from the answers to “how do you feel if it is there” and “if it
 * is not”. N. Kano et al., 1984; the table after C. Berger et al., “Kano's Methods for Understanding
 * Customer-defined Quality”, 1993.
 */
const kano: ReadyMade = {
  id: 'kano',
  name: 'Kano category',
  inputs: [
    { key: 'kano_with', name: 'If it is there', type: 'select', config: KANO_ANSWERS },
    { key: 'kano_without', name: 'If it is not there', type: 'select', config: KANO_ANSWERS },
  ],
  expression: (there, gone) => {
    const is = (field: string | undefined, answer: string | undefined): string => `${field} = "${answer}"`;
    const liked = `if(${is(gone, LIKE)}, "Questionable", if(${is(gone, DISLIKE)}, "Performance", "Attractive"))`;
    const disliked = `if(${is(gone, DISLIKE)}, "Questionable", "Reverse")`;
    const others = `if(${is(gone, LIKE)}, "Reverse", if(${is(gone, DISLIKE)}, "Must-be", "Indifferent"))`;
    return `if(${there} is empty or ${gone} is empty, empty, if(${is(there, LIKE)}, ${liked}, if(${is(there, DISLIKE)}, ${disliked}, ${others})))`;
  },
};

/**
 * Importance + max(importance − satisfaction, 0), both from 0 to 10. A. W. Ulwick, “Turn Customer Input into
 * Innovation”, Harvard Business Review, January 2002.
 */
const opportunity: ReadyMade = {
  id: 'opportunity',
  name: 'Opportunity score',
  inputs: [slider('importance', 'Importance', 10), slider('satisfaction', 'Satisfaction', 10)],
  expression: (wanted, had) => `if(${had} is empty, empty, ${wanted} + max(${wanted} - ${had}, 0))`,
};

/**
 * How sure the evidence makes us, from 0 to 100, of our own making: up to 50 for how many companies speak for the
 * idea (half of it at 3, more ever more slowly), up to 25 for how varied the evidence is (the share of insights that
 * come from a company of their own), and up to 25 for how recent (half of it when the newest is 90 days old).
 */
const evidence: ReadyMade = {
  id: 'evidence',
  name: 'Confidence from evidence',
  inputs: [],
  expression: () =>
    [
      'if(count(insights) = 0, 0, round(50 * count(insights.company) / (count(insights.company) + 3)',
      '+ 25 * count(insights.company) / count(insights)',
      '+ coalesce(25 * pow(0.5, days_between(max(insights.createdAt), now()) / 90), 0)))',
    ].join(' '),
};

/**
 * What the companies behind an idea pay, of our own making: each company once and with 10,000 at most, so that no
 * single one decides, and half of it for every 180 days since the last word. Cap and half-life are the two numbers to
 * change; each company and what it counts is told by the explanation of the value.
 */
const fairDemand: ReadyMade = {
  id: 'fair-demand',
  name: 'Fair demand',
  inputs: [],
  expression: () =>
    [
      'round(coalesce(sum(insights.company.revenue, 10000), 0)',
      '* coalesce(pow(0.5, days_between(max(insights.feedback.receivedAt), now()) / 180), 1))',
    ].join(' '),
};

export const readyMades: readonly ReadyMade[] = [
  rice,
  ice,
  wsjf,
  valueEffort,
  weighted,
  moscow,
  kano,
  opportunity,
  evidence,
  fairDemand,
];

export interface Fitted {
  readonly expression: string;
  /** Inputs that are there already. */
  readonly used: readonly Field[];
  /** Inputs that have to be made, as they would be. */
  readonly missing: readonly Field[];
}

/** A ready-made over the fields there are: inputs are found by key or name, if their kind fits. */
export function fitReadyMade({ inputs, expression }: ReadyMade, schema: Schema): Fitted {
  const used: Field[] = [];
  const missing: Field[] = [];
  const keys = inputs.map((input) => {
    const known = [schema.findField(input.key), schema.findField(input.name)].find((field) =>
      fits(field, input),
    );
    if (known !== undefined) {
      used.push(known);
      return known.key;
    }
    const made = makeField(input, schema);
    missing.push(made);
    return made.key;
  });
  return { expression: expression(...keys), used, missing };
}

function fits(field: Field | undefined, { type, config }: Input): boolean {
  if (field === undefined) return false;
  const names = new Set(field.config.options?.map(({ name }) => name));
  if (type === 'select') return optionNames(config).every((name) => names.has(name));
  return MODEL.kindOf(field) === 'number' || field.type === 'select';
}

function optionNames({ options }: JsonObject): readonly string[] {
  const list = Array.isArray(options) ? (options as readonly JsonObject[]) : [];
  return list.map(({ name }) => (typeof name === 'string' ? name : ''));
}

/** Where another kind of field has the key, the new one takes the next that is free. */
function makeField({ key, name, type, config }: Input, schema: Schema): Field {
  let free = key;
  for (let number = 2; schema.findField(free) !== undefined; number++) free = `${key}_${number}`;
  const parsed = MODEL.fieldType(type).parseConfig(config);
  return {
    id: `field_new_${free}`,
    key: free,
    name: free === key ? name : `${name} ${free.slice(key.length + 1)}`,
    type,
    config: parsed.ok ? parsed.value : {},
  };
}

/** The fields to send, inputs before the formula that reads them. */
export function fieldsToMake({ missing }: Fitted, formula: JsonObject): readonly JsonObject[] {
  return [
    ...missing.map(({ key, name, type, config }) => ({ key, name, type, config: config as JsonObject })),
    formula,
  ];
}
