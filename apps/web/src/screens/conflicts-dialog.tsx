import { Button, Dialog } from '@throughline/ui';
import { MODEL } from '@throughline/model';
import { useConflicts, useLookups, useTitles, useWorkspace } from '../data/data-context.ts';
import type { Conflict, ConflictField } from '../data/conflicts.ts';
import { useSession } from '../data/use-session.ts';
import { fieldComponents } from '../fields/field-registry.ts';
import { toFieldLook } from '../fields/from-model.ts';
import { readText } from '../fields/read-value.ts';
import { t } from '../messages/area-t.ts';

export interface ConflictsDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Each refused write with both values: what was typed here is kept until one of the two is chosen. */
export function ConflictsDialog({ open, onOpenChange }: ConflictsDialogProps) {
  const { conflicts, keepMine, keepTheirs } = useConflicts();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('conflict.title')} width="wide">
      <ul className="flex flex-col gap-5">
        {conflicts.map((conflict) => (
          <ConflictItem
            key={conflict.key}
            conflict={conflict}
            onMine={() => keepMine(conflict.key)}
            onTheirs={() => keepTheirs(conflict.key)}
          />
        ))}
      </ul>
    </Dialog>
  );
}

interface ConflictItemProps {
  readonly conflict: Conflict;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}

function ConflictItem({ conflict, onMine, onTheirs }: ConflictItemProps) {
  const titles = useTitles();
  const { entity, id, fields, message, why, fix, canKeepMine } = conflict;
  const typed = fields.find(({ field }) => field === MODEL.entity(entity).titleField)?.mine;
  const title = titles.titleOf(id) ?? (readText(typed) || MODEL.entity(entity).label.one);
  return (
    <li className="flex flex-col gap-2 border-b pb-4 last:border-b-0">
      <h3 className="text-ui font-semibold">{title}</h3>
      <p className="text-ui text-muted">
        {message} {why} {canKeepMine ? '' : fix}
      </p>
      <table className="w-full table-fixed text-ui">
        <thead className="text-left text-small text-muted">
          <tr>
            <th className="w-1/5 py-1 font-medium">{t('conflict.field')}</th>
            <th className="py-1 font-medium">{t('conflict.mine')}</th>
            <th className="py-1 font-medium">{t('conflict.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <ConflictLine key={field.field} entity={entity} line={field} />
          ))}
        </tbody>
      </table>
      <div className="flex justify-end gap-2">
        <Button size="small" onClick={onTheirs}>
          {canKeepMine ? t('conflict.keepTheirs') : t('conflict.dismiss')}
        </Button>
        {canKeepMine && (
          <Button size="small" variant="primary" onClick={onMine}>
            {t('conflict.keepMine')}
          </Button>
        )}
      </div>
    </li>
  );
}

interface ConflictLineProps {
  readonly entity: string;
  readonly line: ConflictField;
}

function ConflictLine({ entity, line }: ConflictLineProps) {
  const { fields } = useWorkspace();
  const { currency } = useSession().workspace;
  const lookups = useLookups(entity);
  const field = fields(entity).find(({ id }) => id === line.field);
  if (field === undefined) return null;
  const look = toFieldLook(field, currency);
  const { Cell } = fieldComponents[look.type];
  return (
    <tr className="border-t align-top">
      <th scope="row" className="py-1.5 text-left font-normal text-muted">
        {field.name}
      </th>
      {[line.mine, line.theirs].map((value, index) => (
        <td
          key={index === 0 ? 'mine' : 'theirs'}
          className="py-1.5 pr-2 break-words [&_*]:whitespace-normal [&_.text-right]:text-left"
        >
          {value === null ? (
            <span className="text-faint">{t('record.empty')}</span>
          ) : (
            <Cell value={value} field={look} lookups={lookups} />
          )}
        </td>
      ))}
    </tr>
  );
}
