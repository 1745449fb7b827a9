import { optionColorClass } from '@throughline/ui';
import { memo, useRef } from 'react';
import { MarkedCell } from '../../fields/marked-cell.tsx';
import type { Field, FieldLookups } from '../../fields/field-component.ts';
import type { BoardActions, BoardModel } from '../../data/board-model.ts';
import { arrivalLook } from '../../frame/arrival-look.ts';
import { useCardDrag } from './use-card-drag.ts';

export interface BoardCardProps {
  readonly id: string;
  readonly columnKey: string;
  readonly laneKey?: string | undefined;
  readonly index: number;
  readonly model: BoardModel;
  readonly version: number;
  readonly lookups: FieldLookups;
  readonly move: BoardActions['move'];
  readonly isActive: boolean;
  readonly isOpened: boolean;
  readonly isSelected: boolean;
  /** How many cards are chosen. */
  readonly selectedCount: number;
  /** Cards in lanes are of one height; others are as high as what is on them. */
  readonly isFixed?: boolean;
}

/** Clicks and keys are heard by the board, which finds the card in `data-card`. */
export const BoardCard = memo(function BoardCard(props: BoardCardProps) {
  const { id, columnKey, laneKey, index, model, lookups, move, isActive, isOpened, isSelected } = props;
  const card = useRef<HTMLButtonElement>(null);
  const together = isSelected ? props.selectedCount : 1;
  const { dropSide, isDragged } = useCardDrag(card, { id, columnKey, laneKey, index, move, together });
  const edge = dropSide === 'before' ? 'before:-top-[5px]' : 'before:-bottom-[5px]';
  const color = model.colorOf(id);
  const isCompact = model.card === 'compact';
  const box = isCompact ? 'h-9 items-center gap-2 px-2.5' : 'flex-col gap-1.5 p-2.5';
  return (
    <button
      ref={card}
      type="button"
      data-card={id}
      data-column={columnKey}
      data-lane={laneKey}
      tabIndex={isActive ? 0 : -1}
      aria-pressed={isSelected}
      data-tip={isCompact || props.isFixed === true ? model.title(id) : undefined}
      className={`relative flex w-full rounded-md border text-left transition-colors ${box} ${props.isFixed === true ? 'h-full overflow-hidden' : ''} ${isOpened || isSelected ? 'border-accent-line bg-accent-soft' : 'bg-raised hover:border-line-strong'} ${isDragged ? 'opacity-40' : ''} ${arrivalLook(model.arrivalOf(id))} ${dropSide ? `overflow-visible before:absolute before:inset-x-0 before:h-0.5 before:rounded-full before:bg-accent-line ${edge}` : ''}`}
    >
      {color && (
        <span
          aria-hidden
          className={`absolute inset-y-1 left-0.5 w-[3px] rounded-full bg-(--option-mark) ${optionColorClass(color)}`}
        />
      )}
      <span className="figures shrink-0 text-tiny text-faint">{model.recordKey(id)}</span>
      <span
        className={`text-ui font-medium ${isCompact ? 'truncate' : props.isFixed === true ? 'line-clamp-2 text-pretty' : 'line-clamp-4 text-pretty'}`}
      >
        {model.title(id)}
      </span>
      {!isCompact && (
        <CardFields id={id} model={model} lookups={lookups} isOneLine={props.isFixed === true} />
      )}
    </button>
  );
});

/** A bare number says nothing. */
function needsName(type: Field['type']): boolean {
  return ['number', 'formula', 'rollup', 'counter', 'slider', 'checkbox', 'timestamp'].includes(type);
}

interface CardFieldsProps extends Pick<BoardCardProps, 'id' | 'model' | 'lookups'> {
  readonly isOneLine: boolean;
}

function CardFields({ id, model, lookups, isOneLine }: CardFieldsProps) {
  const filled = model.fields
    .map(({ id: fieldId, field, lookOf }) => {
      const value = model.value(id, fieldId);
      return { fieldId, field, value, look: lookOf?.(value) };
    })
    .filter(({ value }) => value !== null && value !== undefined && value !== '');
  if (filled.length === 0) return null;
  return (
    <span
      className={`mt-0.5 flex items-center gap-x-2.5 gap-y-1 text-small text-muted ${isOneLine ? 'max-h-5 flex-wrap overflow-hidden' : 'flex-wrap'}`}
    >
      {filled.map(({ fieldId, field, value, look }) => (
        <span key={fieldId} className="inline-flex max-w-full min-w-0 items-center" data-tip={field.name}>
          <span
            className={
              needsName(field.type) ? 'mr-1 shrink-0 text-tiny whitespace-nowrap text-faint' : 'sr-only'
            }
          >
            {field.name}{' '}
          </span>
          <MarkedCell value={value} field={field} lookups={lookups} look={look} />
        </span>
      ))}
    </span>
  );
}
