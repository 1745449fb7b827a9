import { Button } from '@throughline/ui';
import { ArrowLeft } from 'lucide-react';
import { t } from '../../messages/area-t.ts';
import { SpaceStandards } from './space-standards.tsx';
import { StandardEditor } from './standard-editor.tsx';
import { StandardList } from './standard-list.tsx';

/** Where in the standards one is: in one of them, or in those of a space. */
export interface StandardsPlace {
  readonly standard?: string;
  readonly space?: string;
}

export interface StandardsPageProps {
  readonly standard: string | undefined;
  /** Key of the space. */
  readonly space: string | undefined;
  readonly onGo: (place: Readonly<Record<string, string>>) => void;
}

export function StandardsPage({ standard, space, onGo }: StandardsPageProps) {
  if (standard !== undefined)
    return (
      <>
        <Button
          variant="quiet"
          size="small"
          icon={<ArrowLeft size={14} />}
          className="self-start"
          onClick={() => onGo({})}
        >
          {t('standard.back')}
        </Button>
        <StandardEditor key={standard} id={standard} onLeave={() => onGo({})} />
      </>
    );
  return (
    <>
      <StandardList onOpen={(id) => onGo({ standard: id })} />
      <SpaceStandards space={space} onSpace={(key) => onGo({ space: key })} />
    </>
  );
}
