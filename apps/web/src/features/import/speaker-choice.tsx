import { Select } from '@throughline/ui';
import type { ImportOptions, PreviewColumn } from '../../data/import-files.ts';
import { t } from '../../messages/area-t.ts';

export interface SpeakerChoiceProps {
  readonly columns: readonly PreviewColumn[];
  readonly map: ImportOptions['map'];
  readonly onMap: (column: string, target: string) => void;
}

/** In a transcript each speaker is a column of their own; one of them is the contact. */
const SPEAKER = 'Speaker ';
const NOBODY = '';

export function SpeakerChoice({ columns, map, onMap }: SpeakerChoiceProps) {
  const speakers = columns.map(({ column }) => column).filter((column) => column.startsWith(SPEAKER));
  if (speakers.length === 0) return null;
  const chosen = speakers.find((column) => map[column] === 'contact') ?? NOBODY;
  return (
    <div className="w-72 max-w-full">
      <Select
        label={t('import.whoIsCustomer')}
        items={[
          { value: NOBODY, label: t('import.nobody') },
          ...speakers.map((column) => ({ value: column, label: column.slice(SPEAKER.length) })),
        ]}
        value={chosen}
        onChange={(next) => {
          for (const column of speakers) onMap(column, column === next ? 'contact' : '-');
        }}
      />
    </div>
  );
}
