import { isId, ok } from '@throughline/base';
import type { FieldType } from '../field.ts';
import { problem } from './parsing.ts';
import { makeReferenceSetType } from './reference.ts';

/**
 * Records of one entity, connected from both sides: rows of the relation table, shown as a field. With `mirrors`
 * it shows, and writes, another field's connections from their other end.
 */
export const relationField: FieldType<string[]> = {
  ...makeReferenceSetType('relation', true),
  parseConfig: ({ target, mirrors }) => {
    if (typeof target !== 'string')
      return problem(
        'config_target',
        'A connection field names the kind of record it connects, such as idea.',
      );
    if (mirrors === undefined || mirrors === null) return ok({ target });
    return isId(mirrors, 'field')
      ? ok({ target, mirrors })
      : problem('config_mirrors', 'A connection field mirrors another field, given by its id.');
  },
};
