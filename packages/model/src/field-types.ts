import { must } from '@throughline/base';
import type { FieldType } from './field.ts';
import { checkboxField } from './fields/checkbox.ts';
import { companyField } from './fields/company.ts';
import { dataField } from './fields/data.ts';
import { dateRangeField } from './fields/date-range.ts';
import { dateField } from './fields/date.ts';
import { counterField, formulaField, reactionsField, rollupField, votesField } from './fields/derived.ts';
import { documentField } from './fields/document.ts';
import { labelsField } from './fields/labels.ts';
import { linkField } from './fields/link.ts';
import { longTextField } from './fields/long-text.ts';
import { multiSelectField } from './fields/multi-select.ts';
import { numberField } from './fields/number.ts';
import { peopleField } from './fields/people.ts';
import { personField } from './fields/person.ts';
import { ratingField } from './fields/rating.ts';
import { recordField } from './fields/record.ts';
import { relationField } from './fields/relation.ts';
import { selectField } from './fields/select.ts';
import { sliderField } from './fields/slider.ts';
import { teamField } from './fields/team.ts';
import { textField } from './fields/text.ts';
import { timestampField } from './fields/timestamp.ts';

/** Each type reads its own values only, so the list may forget them. */
const TYPES = [
  textField,
  longTextField,
  documentField,
  dataField,
  numberField,
  ratingField,
  sliderField,
  checkboxField,
  selectField,
  multiSelectField,
  labelsField,
  dateField,
  timestampField,
  dateRangeField,
  personField,
  peopleField,
  teamField,
  companyField,
  recordField,
  relationField,
  linkField,
  formulaField,
  rollupField,
  counterField,
  votesField,
  reactionsField,
] as readonly unknown[] as readonly FieldType[];

const BY_NAME: ReadonlyMap<string, FieldType> = new Map(TYPES.map((type) => [type.name, type]));

export function findFieldType(name: string): FieldType | undefined {
  return BY_NAME.get(name);
}

export function fieldType(name: string): FieldType {
  return must(BY_NAME.get(name), `No field type ${name}`);
}

export function allFieldTypes(): readonly FieldType[] {
  return TYPES;
}
