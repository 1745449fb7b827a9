import { parseNumberText, type Field } from '@throughline/model';
import { useState, type KeyboardEvent } from 'react';
import { t } from '../../messages/area-t.ts';
import { endsOf, scoreText, scoredOptions, stepsOf } from './session-fields.ts';

export interface ScoreControlProps {
  readonly field: Field;
  readonly label: string;
  /** Undefined where nothing is given. */
  readonly value: string | number | undefined;
  readonly onChange: (value: string | number | undefined) => void;
  readonly size?: 'small' | 'medium';
}

const mostCards = 10;

/** Cards for a few choices, a box for numbers: both by keys alone. */
export function ScoreControl(props: ScoreControlProps) {
  const cards = cardsOf(props.field);
  return cards === undefined ? <NumberBox {...props} /> : <ScoreCards {...props} cards={cards} />;
}

interface Card {
  readonly value: string | number;
  readonly name: string;
}

function cardsOf(field: Field): readonly Card[] | undefined {
  if (field.config.options) return scoredOptions(field).map(({ key, name }) => ({ value: key, name }));
  const { least, greatest } = endsOf(field);
  if (field.type !== 'rating' || least === undefined || greatest === undefined) return undefined;
  if (greatest > mostCards) return undefined;
  return Array.from({ length: greatest - least + 1 }, (_, at) => ({
    value: at + least,
    name: `${at + least}`,
  }));
}

/** A digit takes the card in this place, arrow keys go along, backspace takes the score back. */
function ScoreCards({
  field,
  label,
  value,
  onChange,
  cards,
  size = 'medium',
}: ScoreControlProps & { readonly cards: readonly Card[] }) {
  function take(event: KeyboardEvent) {
    if (event.key === 'Backspace' || event.key === 'Delete') onChange(undefined);
    const card = /^[1-9]$/.test(event.key) ? cards[Number(event.key) - 1] : undefined;
    if (card === undefined) return;
    event.preventDefault();
    onChange(card.value);
  }
  return (
    <fieldset data-answer className="flex flex-wrap gap-2">
      <legend className="sr-only">{label}</legend>
      {cards.map((card) => {
        const isChosen = card.value === value;
        return (
          <label
            key={card.value}
            className={`inline-flex ${size === 'small' ? 'h-8 min-w-8 px-2' : 'h-9 min-w-10 px-3'} items-center justify-center rounded-md border text-ui font-medium tabular-nums has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-focus ${
              isChosen
                ? 'border-accent bg-accent text-on-accent'
                : 'border-line-strong bg-raised hover:bg-hover'
            }`}
          >
            <input
              type="radio"
              name={field.id}
              className="sr-only"
              checked={isChosen}
              onKeyDown={take}
              onChange={() => onChange(card.value)}
              onClick={() => isChosen && onChange(undefined)}
            />
            {card.name}
          </label>
        );
      })}
    </fieldset>
  );
}

/** What is no number, or beyond the scale, is said at once and not given. */
function NumberBox({ field, label, value, onChange, size = 'medium' }: ScoreControlProps) {
  const [typed, setTyped] = useState(typeof value === 'number' ? `${value}` : '');
  const { least, greatest } = endsOf(field);
  const read = parseNumberText(typed);
  const isBeyond = read.ok && !isWithin(read.value, { least, greatest });
  const isWrong = typed.trim() !== '' && (!read.ok || isBeyond);
  function change(text: string) {
    setTyped(text);
    const number = parseNumberText(text);
    onChange(number.ok && isWithin(number.value, { least, greatest }) ? number.value : undefined);
  }
  function step(event: KeyboardEvent) {
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (direction === undefined) return;
    event.preventDefault();
    const next = (read.ok ? read.value : (least ?? 0) - direction) + direction * (stepsOf(field).step ?? 1);
    change(`${Math.min(greatest ?? Infinity, Math.max(least ?? -Infinity, next))}`);
  }
  return (
    <div data-answer className="flex flex-wrap items-center gap-2">
      <input
        aria-label={label}
        aria-invalid={isWrong || undefined}
        inputMode="decimal"
        autoComplete="off"
        value={typed}
        onChange={({ target }) => change(target.value)}
        onKeyDown={step}
        className={`field-box px-2.5 text-ui tabular-nums ${size === 'small' ? 'h-8 w-20' : 'h-9 w-28'}`}
      />
      <span aria-live="polite" className={`text-small ${isWrong ? 'text-danger' : 'text-muted'}`}>
        {rangeText(field, isWrong)}
      </span>
    </div>
  );
}

function isWithin(
  number: number,
  { least = -Infinity, greatest = Infinity }: { least?: number | undefined; greatest?: number | undefined },
): boolean {
  return number >= least && number <= greatest;
}

function rangeText(field: Field, isWrong: boolean): string {
  const { least, greatest } = endsOf(field);
  const [low, high] = [least, greatest].map((end) => end !== undefined && scoreText(field, end));
  if (low && high) return t('decide.between', { low, high });
  if (low) return t('decide.atLeast', { low });
  if (high) return t('decide.atMost', { high });
  return isWrong ? t('decide.notANumber') : '';
}
