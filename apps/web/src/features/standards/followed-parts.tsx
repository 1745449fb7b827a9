import type { FollowedPart } from '@throughline/model';
import { Button } from '@throughline/ui';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../messages/area-t.ts';
import { DifferenceList } from './difference-list.tsx';
import { PartLine } from './part-line.tsx';

export interface FollowedPartsProps {
  readonly label: string;
  readonly parts: readonly FollowedPart[];
  /** Has a part as the standard says again; absent where the person may not. */
  readonly onTake?: ((part: FollowedPart) => void) | undefined;
}

/** How each part stands in a space; what differs opens to how. */
export function FollowedParts({ label, parts, onTake }: FollowedPartsProps) {
  return (
    <ul aria-label={label} className="divide-y border-y">
      {parts.map((part) => (
        <FollowedLine key={part.part} part={part} onTake={onTake} />
      ))}
    </ul>
  );
}

interface FollowedLineProps extends Pick<FollowedPartsProps, 'onTake'> {
  readonly part: FollowedPart;
}

function FollowedLine({ part, onTake }: FollowedLineProps) {
  const [isOpen, setOpen] = useState(false);
  const { state, differences, name, keptBy = '' } = part;
  const word =
    state === 'elsewhere' ? t('standard.state.elsewhere', { name: keptBy }) : t(`standard.state.${state}`);
  const isOff = state === 'extended' || state === 'overridden' || state === 'missing';
  return (
    <PartLine
      part={part}
      state={
        differences.length === 0 ? (
          <span className="text-small text-muted">{word}</span>
        ) : (
          <button
            type="button"
            aria-expanded={isOpen}
            aria-label={`${name}: ${word}`}
            onClick={() => setOpen(!isOpen)}
            className="flex min-h-7 items-center gap-1 rounded-md px-1.5 text-small font-medium hover:bg-hover"
          >
            {word}
            <ChevronRight
              size={13}
              aria-hidden
              className={`transition-transform ${isOpen ? 'rotate-90' : ''}`}
            />
          </button>
        )
      }
    >
      {isOpen && <DifferenceList label={`${name}: ${word}`} differences={differences} />}
      {onTake && isOff && (isOpen || state === 'missing') && (
        <Button size="small" className="self-start" onClick={() => onTake(part)}>
          {t('standard.takeBack', { name })}
        </Button>
      )}
    </PartLine>
  );
}
