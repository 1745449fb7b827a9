import { ENTRY_CATEGORIES } from '@throughline/model';
import { t } from '../../messages/area-t.ts';

/** What people call a category: those that all portals know by their names here, others as they were typed. */
export function categoryName(category: string): string {
  const known = ENTRY_CATEGORIES.find((each) => each === category);
  return known === undefined ? category : t(`entry.category.${known}`);
}
