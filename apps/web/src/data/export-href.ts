import { MODEL } from '@throughline/model';

/** Where a saved view comes as a file. `entity` is that of its records. */
export function exportHref(
  view: { readonly id: string; readonly entity: string },
  format: 'csv' | 'json',
): string {
  const { plural } = MODEL.entity(view.entity);
  return `/api/v1/${plural}/export?view=${encodeURIComponent(view.id)}&format=${format}`;
}
