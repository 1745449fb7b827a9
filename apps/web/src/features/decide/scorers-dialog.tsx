import { Dialog, MultiCombobox } from '@throughline/ui';
import { useWorkspace } from '../../data/data-context.ts';
import { t } from '../../messages/area-t.ts';

export interface ScorersDialogProps {
  readonly session: string;
  readonly open: boolean;
  readonly onClose: () => void;
  /** Those who are named; everybody who may contribute where none is. */
  readonly named: readonly string[];
  readonly contributors: readonly string[];
}

/** Who scores can change while a session is under way; what somebody has given stays. */
export function ScorersDialog({ session, open, onClose, named, contributors }: ScorersDialogProps) {
  const { titles, writer } = useWorkspace();
  const write = (scorers: readonly string[]) =>
    writer.write([
      {
        entity: 'scoring',
        verb: 'update',
        id: session,
        values: { scorers: scorers.length === 0 ? null : scorers },
      },
    ]);
  return (
    <Dialog
      open={open}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('decide.scorers')}
      description={t('decide.scorersText')}
      width="narrow"
    >
      <MultiCombobox
        label={t('decide.scorers')}
        placeholder={t('decide.everybody')}
        items={contributors.map((person) => ({ value: person, label: titles.titleOf(person) ?? '' }))}
        value={named}
        onChange={write}
      />
    </Dialog>
  );
}
