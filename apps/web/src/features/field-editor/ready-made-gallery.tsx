import { t } from '../../messages/area-t.ts';
import { readyMades, type ReadyMade } from './ready-made.ts';

export interface ReadyMadeGalleryProps {
  readonly onChoose: (readyMade: ReadyMade) => void;
}

/** Scores to start from; choosing one shows its formula, and nothing is made yet. */
export function ReadyMadeGallery({ onChoose }: ReadyMadeGalleryProps) {
  return (
    <section aria-label={t('fieldEditor.readyMade')}>
      <h3 className="mb-1 text-small font-medium text-muted">{t('fieldEditor.readyMade')}</h3>
      <ul className="grid gap-1 sm:grid-cols-2">
        {readyMades.map((readyMade) => (
          <li key={readyMade.id}>
            <button
              type="button"
              onClick={() => onChoose(readyMade)}
              className="flex h-full w-full flex-col rounded-md border px-3 py-2 text-left hover:border-line-strong hover:bg-sunken"
            >
              <span className="text-ui font-medium">{readyMade.name}</span>
              <span className="text-small text-muted">{t(`readyMade.${readyMade.id}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
