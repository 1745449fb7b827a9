import { Button } from '@throughline/ui';
import { useWorkspace } from '../data/data-context.ts';
import { locale, t } from '../messages/area-t.ts';
import type { SpaceView } from './use-space-view.ts';

export interface LostNoteProps {
  readonly view: SpaceView;
}

/** Says that a view is shown without parts that name fields which have gone. */
export function LostNote({ view }: LostNoteProps) {
  const { rights } = useWorkspace();
  const parts = new Intl.ListFormat(locale, { type: 'conjunction' }).format(
    view.shown.lost.map((part) => t(`window.lost.${part}`)),
  );
  const mayKeep = view.view !== undefined && rights.may('update', 'view', view.view.values);
  return (
    <div className="flex min-h-8 shrink-0 items-center gap-3 border-b px-4 py-1.5 text-small text-muted">
      <output>{t('window.lost', { parts })}</output>
      {mayKeep && (
        <Button size="small" onClick={() => view.setColumns(view.shown.query.columns)}>
          {t('window.keepWithout')}
        </Button>
      )}
    </div>
  );
}
