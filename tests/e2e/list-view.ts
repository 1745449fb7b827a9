/** Lists of the space PROD, as the browser tests of lists make and use them. */
import type { Locator, Page } from '@playwright/test';
import type { Installation } from './installation.ts';

export type Created = { readonly id: string; readonly key: string };

export const created = async ({ call }: Installation, path: string, body: object): Promise<Created> =>
  (await call('POST', path, body)) as Created;

export async function makeView(
  installation: Installation,
  columns: readonly string[],
  parts: object = {},
): Promise<string> {
  const query = { version: 1, entity: 'idea', order: [], group: [], aggregates: [], columns, ...parts };
  const view = await created(installation, '/views', {
    space: 'PROD',
    name: 'Everything',
    entity: 'idea',
    layout: 'list',
    query,
  });
  return `${installation.url}/s/PROD?view=${view.id}`;
}

/** The cell of a record in a column. */
export function cellOf(page: Page, title: string, column: number): Locator {
  return page.getByRole('row').filter({ hasText: title }).locator(`[data-column="${column}"]`);
}

/** Makes the cell the active one with a click, and opens its editor with another. */
export async function openEditor(cell: Locator): Promise<void> {
  await cell.click();
  await cell.click();
}
