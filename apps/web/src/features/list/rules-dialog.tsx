import type { Json } from '@throughline/base';
import { RULE_OPERATORS, type ColorRule, type Field } from '@throughline/model';
import {
  Button,
  Dialog,
  IconButton,
  optionColorClass,
  optionColors,
  Select,
  TextField,
} from '@throughline/ui';
import { ArrowUp, Plus, X } from 'lucide-react';
import { useId, useState } from 'react';
import type { FieldLookups } from '../../fields/field-component.ts';
import { fieldComponents } from '../../fields/field-registry.ts';
import { toFieldLook } from '../../fields/from-model.ts';
import { t } from '../../messages/area-t.ts';

export interface RulesDialogProps {
  readonly field: Field;
  readonly currency: string;
  readonly lookups: FieldLookups;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onSave: (rules: readonly ColorRule[]) => void;
}

/** Rules with a number each, so that rows keep their inputs while they move. */
type Draft = ColorRule & { readonly at: number };

const start: ColorRule = { operator: '=', color: 'green' };
const noColor = 'none';
const colors = [noColor, ...optionColors] as const;

/** Which values of a field get which colour and sign: the first rule that holds. */
export function RulesDialog({ field, currency, lookups, open, onOpenChange, onSave }: RulesDialogProps) {
  const [rules, setRules] = useState<readonly Draft[]>(() =>
    [...(field.config.rules ?? []), ...(field.config.rules?.length ? [] : [start])].map((rule, at) => ({
      ...rule,
      at,
    })),
  );
  const set = (at: number, part: Partial<ColorRule>) =>
    setRules(rules.map((rule) => (rule.at === at ? { ...rule, ...part } : rule)));
  const remove = (at: number) => setRules(rules.filter((rule) => rule.at !== at));
  const complete = rules.filter(isComplete);
  function raise(index: number) {
    const moved = rules[index];
    const rest = rules.filter((rule) => rule !== moved);
    if (moved) setRules([...rest.slice(0, index - 1), moved, ...rest.slice(index - 1)]);
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      width="wide"
      title={t('rules.title', { name: field.name })}
      description={t('rules.text')}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{t('record.cancel')}</Button>
          <Button
            variant="primary"
            onClick={() => {
              onSave(complete.map(toRule));
              onOpenChange(false);
            }}
          >
            {t('rules.save')}
          </Button>
        </>
      }
    >
      <ol className="flex flex-col gap-3">
        {rules.map((rule, index) => (
          <RuleRow
            key={rule.at}
            rule={rule}
            place={index + 1}
            field={field}
            currency={currency}
            lookups={lookups}
            onChange={(part) => set(rule.at, part)}
            onRaise={index === 0 ? undefined : () => raise(index)}
            onRemove={() => remove(rule.at)}
          />
        ))}
      </ol>
      <Button
        size="small"
        variant="quiet"
        icon={<Plus size={14} />}
        className="mt-3"
        onClick={() => setRules([...rules, { ...start, at: 1 + Math.max(-1, ...rules.map(({ at }) => at)) }])}
      >
        {t('rules.add')}
      </Button>
    </Dialog>
  );
}

function toRule({ operator, value, color = noColor, emoji = '' }: Draft): ColorRule {
  return {
    operator,
    ...(operator !== 'empty' && value !== undefined && { value }),
    ...(color !== noColor && { color }),
    ...(emoji !== '' && { emoji }),
  };
}

function isComplete({ operator, value, color, emoji }: ColorRule): boolean {
  const hasValue = value !== undefined && value !== null && value !== '' && !isBlank(value);
  return (operator === 'empty' || hasValue) && ((color ?? noColor) !== noColor || (emoji ?? '') !== '');
}

function isBlank(value: Json): boolean {
  return Array.isArray(value) && value.length === 0;
}

interface RuleRowProps extends Pick<RulesDialogProps, 'field' | 'currency' | 'lookups'> {
  readonly rule: ColorRule;
  readonly place: number;
  readonly onChange: (part: Partial<ColorRule>) => void;
  readonly onRaise: (() => void) | undefined;
  readonly onRemove: () => void;
}

function RuleRow({ rule, place, field, currency, lookups, onChange, onRaise, onRemove }: RuleRowProps) {
  const look = toFieldLook(field, currency);
  const { FilterInput } = fieldComponents[look.type === 'date-range' ? 'date' : look.type];
  const label = useId();
  return (
    <li aria-labelledby={label} className="flex flex-wrap items-center gap-2 border-b pb-3 last:border-b-0">
      <span id={label} className="sr-only">
        {t('rules.rule', { place })}
      </span>
      <div className="w-32">
        <Select
          label={t('bar.operator')}
          hideLabel
          size="small"
          items={RULE_OPERATORS.map((value) => ({
            value,
            label: value === 'empty' ? t('rules.empty') : value,
          }))}
          value={rule.operator}
          onChange={(operator) => onChange({ operator })}
        />
      </div>
      <div className="min-w-36 flex-1">
        {rule.operator !== 'empty' && (
          <FilterInput
            value={rule.value ?? null}
            field={look}
            lookups={lookups}
            onChange={(value) => onChange({ value: (value ?? null) as Json })}
          />
        )}
      </div>
      <div className="w-28">
        <Select
          label={t('rules.color')}
          hideLabel
          size="small"
          items={colors.map((value) => ({
            value,
            label: value === noColor ? t('rules.noColor') : t(`color.${value}`),
            ...(value !== noColor && { icon: <Swatch color={value} /> }),
          }))}
          value={colors.find((color) => color === rule.color) ?? noColor}
          onChange={(color) => onChange({ color })}
        />
      </div>
      <div className="w-16">
        <TextField
          label={t('rules.emoji')}
          hideLabel
          placeholder="🔥"
          value={rule.emoji ?? ''}
          onChange={(emoji) => onChange({ emoji })}
        />
      </div>
      <IconButton
        size="small"
        label={t('rules.raise')}
        icon={<ArrowUp size={14} />}
        disabled={onRaise === undefined}
        onClick={() => onRaise?.()}
      />
      <IconButton size="small" label={t('rules.remove')} icon={<X size={14} />} onClick={onRemove} />
    </li>
  );
}

function Swatch({ color }: { readonly color: string }) {
  const known = optionColors.find((each) => each === color) ?? 'gray';
  return <span aria-hidden className={`${optionColorClass(known)} size-3 rounded-sm bg-(--option-mark)`} />;
}
