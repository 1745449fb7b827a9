import {
  Button,
  IconButton,
  NumberField,
  optionColorClass,
  optionColors,
  parseOptionColor,
  TextField,
  useMenuLayer,
} from '@throughline/ui';
import { ArrowUp, Plus, X } from 'lucide-react';
import { t } from '../../messages/area-t.ts';
import type { OptionDraft } from './field-draft.ts';

export interface OptionsEditorProps {
  readonly options: readonly OptionDraft[];
  readonly onChange: (options: readonly OptionDraft[]) => void;
}

/** Options in order, each with a colour, perhaps an emoji, and what it counts in formulas. */
export function OptionsEditor({ options, onChange }: OptionsEditorProps) {
  const replace = (id: number, part: Partial<OptionDraft>) =>
    onChange(options.map((option) => (option.id === id ? { ...option, ...part } : option)));
  function add() {
    const id = Math.max(0, ...options.map((option) => option.id)) + 1;
    const color = optionColors[options.length % optionColors.length] ?? 'gray';
    onChange([...options, { id, name: '', color, emoji: '', weight: null }]);
  }
  function raise(at: number) {
    const moved = options[at];
    if (moved === undefined) return;
    const rest = options.filter(({ id }) => id !== moved.id);
    onChange([...rest.slice(0, at - 1), moved, ...rest.slice(at - 1)]);
  }
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-small font-medium text-muted">{t('fieldEditor.options')}</legend>
      {options.map((option, at) => (
        <div key={option.id} className="flex items-center gap-1.5">
          <ColorButton option={option} onColor={(color) => replace(option.id, { color })} />
          <div className="w-14">
            <TextField
              label={t('fieldEditor.emoji')}
              hideLabel
              placeholder="🙂"
              maxLength={8}
              value={option.emoji}
              onChange={(emoji) => replace(option.id, { emoji })}
            />
          </div>
          <div className="min-w-0 flex-1">
            <TextField
              label={t('fieldEditor.optionName', { place: at + 1 })}
              hideLabel
              placeholder={t('fieldEditor.optionName', { place: at + 1 })}
              value={option.name}
              onChange={(name) => replace(option.id, { name })}
            />
          </div>
          <div className="w-24">
            <NumberField
              label={t('fieldEditor.weight')}
              hideLabel
              value={option.weight}
              onChange={(weight) => replace(option.id, { weight })}
            />
          </div>
          <IconButton
            size="small"
            label={t('bar.moveUp', { name: option.name })}
            icon={<ArrowUp size={13} />}
            disabled={at === 0}
            onClick={() => raise(at)}
          />
          <IconButton
            size="small"
            label={t('fieldEditor.removeOption')}
            icon={<X size={14} />}
            onClick={() => onChange(options.filter(({ id }) => id !== option.id))}
          />
        </div>
      ))}
      <Button size="small" variant="quiet" icon={<Plus size={14} />} className="self-start" onClick={add}>
        {t('fieldEditor.addOption')}
      </Button>
      {options.length > 0 && <p className="text-small text-faint">{t('fieldEditor.weightHint')}</p>}
    </fieldset>
  );
}

interface ColorButtonProps {
  readonly option: OptionDraft;
  readonly onColor: (color: string) => void;
}

function ColorButton({ option, onColor }: ColorButtonProps) {
  const openMenu = useMenuLayer();
  return (
    <button
      type="button"
      aria-label={t('fieldEditor.color', { name: option.name })}
      onClick={(event) =>
        openMenu(
          event.currentTarget,
          optionColors.map((color) => ({
            kind: 'action',
            id: color,
            label: t(`color.${color}`),
            icon: <span className={`${optionColorClass(color)} size-3 rounded-full bg-(--option-mark)`} />,
            onSelect: () => onColor(color),
          })),
        )
      }
      className={`${optionColorClass(parseOptionColor(option.color))} size-6 shrink-0 rounded-sm bg-(--option-fill) ring-1 ring-(--option-mark) ring-inset`}
    />
  );
}
