import { sealChanges, type NewChange, type Transaction } from '@throughline/db';
import { isPersonal, type Model } from '@throughline/model';

/** The changes as the log keeps them; undefined where nothing in them is personal. */
export function sealPersonal(
  model: Model,
  tx: Transaction,
  { workspace, changes }: { readonly workspace: string; readonly changes: readonly NewChange[] },
): Promise<readonly NewChange[]> | undefined {
  return sealChanges(tx, workspace, {
    changes,
    isPersonal: (entity, field) => isPersonal(model.entity(entity), field),
  });
}
