import type { FieldType } from '../field.ts';
import { joinList, noConfig, parseTextSet, splitList } from './parsing.ts';

/** Free words; a label exists because a record carries it. */
export const labelsField: FieldType<string[]> = {
  name: 'labels',
  kind: 'set',
  custom: true,
  parseConfig: noConfig,
  parse: parseTextSet,
  parseText: (text) => parseTextSet(splitList(text)),
  format: joinList,
  toCell: (value) => value,
};
