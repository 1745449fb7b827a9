import type { Emptiness } from '@throughline/view';
import { t } from '../../messages/area-t.ts';

/** Why there is no value, as a sentence. */
export function emptinessText({ reason, text, field }: Emptiness): string {
  const name = field?.name ?? text;
  switch (reason) {
    case 'field_is_empty':
      return t('explain.fieldIsEmpty', { name });
    case 'no_linked_records':
      return t('explain.noLinkedRecords', { name });
    case 'formula_has_mistake':
      return t('explain.formulaHasMistake', { name });
    case 'no_weight':
      return t('explain.noWeight', { name });
    case 'division_by_zero':
      return t('explain.divisionByZero', { name });
    case 'outside_domain':
      return t('explain.outsideDomain', { text });
    case 'too_large':
      return t('explain.tooLarge', { text });
    case 'nothing_chosen':
      return t('explain.nothingChosen');
    case 'written_empty':
      return t('explain.writtenEmpty');
  }
}
