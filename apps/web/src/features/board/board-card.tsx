import { memo, useRef } from 'react';
import { fieldComponents } from '../../fields/field-registry.ts';
import type { Field, FieldLookups } from '../../fields/field-component.ts';
import type { BoardActions, BoardModel } from '../../data/board-model.ts';
import { arrivalLook } from '../../frame/arrival-look.ts';
import { useCardDrag } from './use-card-drag.ts';

export interface BoardCardProps {
  readonly id: string;
  readonly columnKey: string;
  readonly index: number;
  readonly model: BoardModel;
  readonly version: number;
  readonly lookups: FieldLookups;
  readonly move: BoardActions['move'];
  readonly isActive: boolean;
  readonly isOpened: boolean;
}

/** Clicks and keys are heard by the board, which finds the card in `data-card`. */
export const BoardCard = memo(function BoardCard(props: BoardCardProps) {
  const { id, columnKey, index, model, lookups, move, isActive, isOpened } = props;
  const card = useRef<HTMLButtonElement>(null);
  const { dropSide, isDragged } = useCardDrag(card, { id, columnKey, index, move });
  const edge = dropSide === 'before' ? 'before:-top-[5px]' : 'before:-bottom-[5px]';
  return (
    <button
      ref={card}
      type="button"
      data-card={id}
      tabIndex={isActive ? 0 : -1}
      className={`relative flex w-full flex-col gap-1.5 rounded-md border p-2.5 text-left transition-colors ${isOpened ? 'border-accent-line bg-accent-soft' : 'bg-raised hover:border-line-strong'} ${isDragged ? 'opacity-40' : ''} ${arrivalLook(model.arrivalOf(id))} ${dropSide ? `before:absolute before:inset-x-0 before:h-0.5 before:rounded-full before:bg-accent-line ${edge}` : ''}`}
    >
      <span className="figures text-tiny text-faint">{model.recordKey(id)}</span>
      <span className="line-clamp-4 text-ui font-medium text-pretty">{model.title(id)}</span>
      <CardFields id={id} model={model} lookups={lookups} />
    </button>
  );
});

/** A bare number says nothing. */
function needsName(type: Field['type']): boolean {
  return ['number', 'formula', 'rollup', 'counter', 'slider', 'checkbox', 'timestamp'].includes(type);
}

function CardFields({ id, model, lookups }: Pick<BoardCardProps, 'id' | 'model' | 'lookups'>) {
  const filled = model.fields
    .map(({ id: fieldId, field }) => ({ fieldId, field, value: model.value(id, fieldId) }))
    .filter(({ value }) => value !== null && value !== undefined && value !== '');
  if (filled.length === 0) return null;
  return (
    <span className="mt-0.5 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-small text-muted">
      {filled.map(({ fieldId, field, value }) => {
        const { Cell } = fieldComponents[field.type];
        return (
          <span key={fieldId} className="inline-flex max-w-full min-w-0 items-center" data-tip={field.name}>
            <span
              className={
                needsName(field.type) ? 'mr-1 shrink-0 text-tiny whitespace-nowrap text-faint' : 'sr-only'
              }
            >
              {field.name}{' '}
            </span>
            <Cell value={value} field={field} lookups={lookups} />
          </span>
        );
      })}
    </span>
  );
}
