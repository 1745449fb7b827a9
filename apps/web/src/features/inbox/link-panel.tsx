import { Kbd, Rating } from '@throughline/ui';
import { useState, type KeyboardEvent } from 'react';
import { useSession } from '../../data/use-session.ts';
import { t } from '../../messages/area-t.ts';
import type { Passage } from './passages.ts';
import { PickPanel } from './pick-panel.tsx';
import type { NewInsight } from './use-triage.ts';
import { useIdeaFinder } from './use-idea-finder.ts';

export interface LinkPanelProps {
  readonly feedback: string;
  readonly space: string;
  readonly quote: (Passage & { readonly text: string }) | undefined;
  readonly onLink: (insight: NewInsight, stays: boolean) => void;
  readonly onClose: () => void;
}

/** Which idea the passage is evidence for, found or made on the spot, and how much it weighs. */
export function LinkPanel({ feedback, space, quote, onLink, onClose }: LinkPanelProps) {
  const find = useIdeaFinder(space);
  const { spaces } = useSession();
  const [impact, setImpact] = useState<number | null>(null);
  const spaceName = spaces.find(({ id }) => id === space)?.name ?? '';
  const link = (idea: NewInsight['idea'], stays: boolean) => onLink({ feedback, idea, quote, impact }, stays);
  function rateByKey(event: KeyboardEvent): boolean {
    const digit = Number(/^Digit([1-5])$/.exec(event.code)?.[1] ?? 0);
    if (!event.altKey || digit === 0) return false;
    setImpact(digit === impact ? null : digit);
    return true;
  }
  return (
    <PickPanel
      label={t('inbox.findIdea')}
      placeholder={t('inbox.findIdeaPlaceholder')}
      find={find}
      onPick={link}
      create={{
        label: (title) => t('inbox.createIdea', { title, space: spaceName }),
        run: (title, stays) => link({ title, space }, stays),
      }}
      onClose={onClose}
      onKey={rateByKey}
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t px-3 py-2 text-small text-muted">
        <span className="flex items-center gap-2">
          <span>{t('inbox.impact')}</span>
          <Rating label={t('inbox.impact')} value={impact} onChange={setImpact} />
          <span className="max-md:hidden">
            <Kbd>Alt</Kbd> <Kbd>1–5</Kbd>
          </span>
        </span>
        <span className="ml-auto flex items-center gap-1 max-md:hidden">
          <Kbd>↵</Kbd> {t('inbox.linkAndNext')} <Kbd>⇧↵</Kbd> {t('inbox.linkAndStay')}
        </span>
      </div>
    </PickPanel>
  );
}
