import * as checkbox from './checkbox.tsx';
import * as company from './company.tsx';
import * as counter from './counter.tsx';
import * as dateRange from './date-range.tsx';
import * as data from './data.tsx';
import * as date from './date.tsx';
import * as document from './document.tsx';
import type { FieldComponent, FieldType } from './field-component.ts';
import * as formula from './formula.tsx';
import * as labels from './labels.tsx';
import * as longText from './long-text.tsx';
import * as link from './link.tsx';
import * as multiSelect from './multi-select.tsx';
import * as number from './number.tsx';
import * as people from './people.tsx';
import * as person from './person.tsx';
import * as rating from './rating.tsx';
import * as reactions from './reactions.tsx';
import * as record from './record.tsx';
import * as relation from './relation.tsx';
import * as rollup from './rollup.tsx';
import * as select from './select.tsx';
import * as slider from './slider.tsx';
import * as team from './team.tsx';
import * as text from './text.tsx';
import * as timestamp from './timestamp.tsx';
import * as votes from './votes.tsx';

/** A type without a component does not compile. */
export const fieldComponents: Record<FieldType, FieldComponent> = {
  text,
  number,
  rating,
  slider,
  checkbox,
  select,
  'multi-select': multiSelect,
  labels,
  date,
  'date-range': dateRange,
  person,
  people,
  team,
  company,
  link,
  relation,
  formula,
  votes,
  reactions,
  counter,
  rollup,
  'long-text': longText,
  timestamp,
  document,
  data,
  record,
};

/** Numbers stand at the end of their cell, under a heading that does too. */
export function isNumeric(type: FieldType): boolean {
  return type === 'number' || type === 'formula' || type === 'rollup' || type === 'counter';
}
