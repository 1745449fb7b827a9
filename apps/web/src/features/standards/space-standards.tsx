import { Select } from '@throughline/ui';
import { useRecords, useWorkspace } from '../../data/data-context.ts';
import { useSession } from '../../data/use-session.ts';
import { t } from '../../messages/area-t.ts';
import { AdoptForm } from './adopt-form.tsx';
import { AdoptionPanel } from './adoption-panel.tsx';

export interface SpaceStandardsProps {
  /** Key of the space; the first one where it is left out. */
  readonly space: string | undefined;
  readonly onSpace: (key: string) => void;
}

/** What a space has adopted, what it has otherwise, and what it could take. */
export function SpaceStandards({ space: key, onSpace }: SpaceStandardsProps) {
  const { spaces } = useSession();
  const { rights } = useWorkspace();
  const adoptions = useRecords('adoption');
  const space = spaces.find((each) => each.key === key) ?? spaces[0];
  if (space === undefined) return null;
  const own = adoptions.filter(({ values }) => values['space'] === space.id);
  const mayAdopt = rights.may('create', 'adoption', { space: space.id });
  return (
    <section aria-label={t('standard.inSpace')} className="flex flex-col gap-4">
      <h3 className="font-semibold">{t('standard.inSpace')}</h3>
      <div className="w-56">
        <Select
          label={t('standard.chooseSpace')}
          items={spaces.map((each) => ({ value: each.key, label: each.name }))}
          value={space.key}
          onChange={onSpace}
        />
      </div>
      {own.length === 0 && <p className="text-muted">{t('standard.noAdoptions')}</p>}
      {own.map(({ id, values }) => (
        <AdoptionPanel key={id} id={id} values={values} mayChange={mayAdopt} />
      ))}
      {mayAdopt && (
        <AdoptForm key={space.id} space={space} adopted={own.map(({ values }) => values['standard'])} />
      )}
    </section>
  );
}
