import { makeOptionKey, STATUS_CATEGORIES, type Option } from '@throughline/model';
import {
  Button,
  IconButton,
  NumberField,
  optionColorClass,
  optionColors,
  parseOptionColor,
  Select,
  TextField,
} from '@throughline/ui';
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { t } from '../../messages/area-t.ts';

export interface OptionEditorProps {
  readonly options: readonly Option[];
  /** Statuses say where in the workflow they stand. */
  readonly hasCategories: boolean;
  readonly onChange: (options: readonly Option[]) => void;
}

/** Options in order, with colour, emoji, weight; a key is made once and stays, so that values keep their meaning. */
export function OptionEditor({ options, hasCategories, onChange }: OptionEditorProps) {
  const replace = (index: number, part: Partial<Option>) =>
    onChange(options.map((option, at) => (at === index ? withPart(option, part) : option)));
  function move(index: number, step: number) {
    const next = [...options];
    const [moved] = next.splice(index, 1);
    if (moved) next.splice(index + step, 0, moved);
    onChange(next);
  }
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-small font-medium text-muted">{t('settings.options')}</legend>
      {options.map((option, index) => (
        <OptionRow
          key={option.key}
          option={option}
          isFirst={index === 0}
          isLast={index === options.length - 1}
          hasCategories={hasCategories}
          onChange={(part) => replace(index, part)}
          onMove={(step) => move(index, step)}
          onRemove={() => onChange(options.filter((_, at) => at !== index))}
        />
      ))}
      <Button
        size="small"
        icon={<Plus size={13} />}
        className="self-start"
        onClick={() => onChange([...options, newOption(options)])}
      >
        {t('settings.addOption')}
      </Button>
    </fieldset>
  );
}

interface OptionRowProps {
  readonly option: Option;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly hasCategories: boolean;
  readonly onChange: (part: Partial<Option>) => void;
  readonly onMove: (step: number) => void;
  readonly onRemove: () => void;
}

function OptionRow({ option, isFirst, isLast, hasCategories, onChange, onMove, onRemove }: OptionRowProps) {
  const { name } = option;
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <ColorMark color={parseOptionColor(option.color)} />
      <div className="w-28">
        <Select
          label={t('settings.colorOf', { name })}
          hideLabel
          size="small"
          items={optionColors.map((color) => ({
            value: color,
            label: t(`color.${color}`),
            icon: <ColorMark color={color} />,
          }))}
          value={parseOptionColor(option.color)}
          onChange={(color) => onChange({ color })}
        />
      </div>
      <div className="w-14">
        <TextField
          label={t('settings.emojiOf', { name })}
          hideLabel
          value={option.emoji ?? ''}
          onChange={(emoji) => onChange({ emoji })}
        />
      </div>
      <div className="min-w-36 flex-1">
        <TextField
          label={t('settings.optionName')}
          hideLabel
          required
          value={name}
          onChange={(next) => onChange({ name: next })}
        />
      </div>
      {hasCategories ? (
        <div className="w-32">
          <Select
            label={t('settings.categoryOf', { name })}
            hideLabel
            size="small"
            items={STATUS_CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }))}
            value={option.category ?? 'backlog'}
            onChange={(category) => onChange({ category })}
          />
        </div>
      ) : (
        <div className="w-24">
          <NumberField
            label={t('settings.weightOf', { name })}
            hideLabel
            value={option.weight ?? null}
            step={0.25}
            onChange={(weight) => onChange(weight === null ? {} : { weight })}
          />
        </div>
      )}
      <IconButton
        size="small"
        label={t('settings.up', { name })}
        icon={<ArrowUp size={14} />}
        disabled={isFirst}
        onClick={() => onMove(-1)}
      />
      <IconButton
        size="small"
        label={t('settings.down', { name })}
        icon={<ArrowDown size={14} />}
        disabled={isLast}
        onClick={() => onMove(1)}
      />
      <IconButton
        size="small"
        label={t('settings.removeOption', { name })}
        icon={<X size={14} />}
        onClick={onRemove}
      />
    </div>
  );
}

function ColorMark({ color }: { readonly color: (typeof optionColors)[number] }) {
  return (
    <span
      aria-hidden
      className={`${optionColorClass(color)} inline-block size-3 rounded-full bg-(--option-mark)`}
    />
  );
}

/** An empty emoji is none. */
function withPart(option: Option, part: Partial<Option>): Option {
  const { emoji, ...rest } = { ...option, ...part };
  return emoji === undefined || emoji.trim() === '' ? rest : { ...rest, emoji: emoji.trim() };
}

function newOption(options: readonly Option[]): Option {
  const name = t('settings.newOption');
  const taken = new Set(options.map(({ key }) => key));
  const base = makeOptionKey(name);
  let key = base;
  for (let number = 2; taken.has(key); number += 1) key = `${base}_${number}`;
  return { key, name, color: optionColors[1 + (options.length % (optionColors.length - 1))] ?? 'gray' };
}
