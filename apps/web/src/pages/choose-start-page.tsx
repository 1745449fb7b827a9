import { ChevronRight, FileUp, LayoutTemplate, Telescope, type LucideIcon } from 'lucide-react';
import { useState, type DragEvent } from 'react';
import { t } from '../messages/area-t.ts';
import { CenteredPage } from './centered-page.tsx';

export interface ChooseStartPageProps {
  readonly onSample: () => void;
  readonly onImport: (file?: File) => void;
  readonly onTemplate: () => void;
}

/** After the first account: with what to begin. A file dropped anywhere starts the import. */
export function ChooseStartPage({ onSample, onImport, onTemplate }: ChooseStartPageProps) {
  const [isOver, setOver] = useState(false);
  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onImport(file);
  }
  return (
    <div
      role="presentation"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={isOver ? 'outline-2 -outline-offset-4 outline-accent-line' : ''}
    >
      <CenteredPage title={t('firstRun.chooseTitle')} text={t('firstRun.chooseIntro')} width="wide">
        <ul className="divide-y overflow-hidden rounded-md border bg-canvas">
          <Choice
            Icon={Telescope}
            title={t('firstRun.sample')}
            text={t('firstRun.sampleText')}
            onChoose={onSample}
          />
          <Choice
            Icon={FileUp}
            title={t('firstRun.import')}
            text={t('firstRun.importText')}
            onChoose={() => onImport()}
          />
          <Choice
            Icon={LayoutTemplate}
            title={t('firstRun.empty')}
            text={t('firstRun.emptyText')}
            onChoose={onTemplate}
          />
        </ul>
        <p className="mt-3 text-small text-muted">{t('firstRun.drop')}</p>
      </CenteredPage>
    </div>
  );
}

interface ChoiceProps {
  readonly Icon: LucideIcon;
  readonly title: string;
  readonly text: string;
  readonly onChoose: () => void;
}

function Choice({ Icon, title, text, onChoose }: ChoiceProps) {
  return (
    <li>
      <button
        type="button"
        onClick={onChoose}
        className="flex w-full items-center gap-4 px-4 py-4 text-left hover:bg-hover focus-visible:-outline-offset-2"
      >
        <Icon size={20} className="shrink-0 text-accent-text" aria-hidden />
        <span className="min-w-0 flex-1">
          <span className="block text-body font-medium">{title}</span>
          <span className="block text-ui text-muted">{text}</span>
        </span>
        <ChevronRight size={16} className="shrink-0 text-faint" aria-hidden />
      </button>
    </li>
  );
}
