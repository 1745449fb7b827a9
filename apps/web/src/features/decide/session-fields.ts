/** The fields of a scoring session, as it keeps them, and their values as numbers. */
import type { ScoreScale, ScoreSteps } from '@throughline/decide';
import { findFieldType, type Field } from '@throughline/model';
import { formatNumber } from '../../fields/number-text.ts';
import { locale } from '../../messages/area-t.ts';

/** What has another shape reads as nothing. */
export function parseScales(scales: unknown): readonly Field[] {
  return (Array.isArray(scales) ? scales : []).flatMap((scale: unknown): readonly Field[] => {
    const { field, key, name, type, config } = (scale ?? {}) as Readonly<Record<string, unknown>>;
    const isWhole = typeof field === 'string' && typeof name === 'string' && typeof type === 'string';
    if (!isWhole || findFieldType(type) === undefined) return [];
    return [{ id: field, key: String(key), name, type, config: (config ?? {}) as Field['config'] }];
  });
}

/** Of an option its weight. */
export function numberOf(field: Field, value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (field.config.options) return field.config.options.find(({ key }) => key === value)?.weight;
  const cell = findFieldType(field.type)?.toCell(value as never, field);
  return typeof cell === 'number' ? cell : undefined;
}

/** What the field holds for a number: the option with this weight, or the number itself. */
export function valueOf({ config }: Field, number: number): string | number {
  return config.options?.find(({ weight }) => weight === number)?.key ?? number;
}

export function endsOf({ type, config }: Field): Partial<ScoreScale> {
  const weights = marksOf(config.options);
  if (weights.length > 0) return { least: Math.min(...weights), greatest: Math.max(...weights) };
  if (type === 'rating') return { least: 1, greatest: config.max ?? 5 };
  if (type === 'slider') return { least: config.min ?? 0, greatest: config.max ?? 100 };
  return {
    ...(config.min !== undefined && { least: config.min }),
    ...(config.max !== undefined && { greatest: config.max }),
  };
}

export function stepsOf({ type, config }: Field): ScoreSteps {
  if (config.options) return { marks: marksOf(config.options) };
  if (type === 'rating') return { step: 1, from: 1 };
  return type === 'slider' ? { step: config.step ?? 1, from: config.min ?? 0 } : {};
}

/** The options that count as scores. */
export function scoredOptions({ config }: Field): NonNullable<Field['config']['options']> {
  return (config.options ?? []).filter(({ weight }) => weight !== undefined);
}

function marksOf(options: Field['config']['options']): readonly number[] {
  return (options ?? []).flatMap(({ weight }) => (weight === undefined ? [] : [weight]));
}

/** A number of the field, in its unit; of options the name of the one with this weight. */
export function scoreText({ config }: Field, number: number): string {
  const option = config.options?.find(({ weight }) => weight === number);
  if (option) return option.name;
  return formatNumber(
    number,
    {
      style: config.format ?? 'plain',
      ...(config.currency !== undefined && { currency: config.currency }),
    },
    locale,
  );
}
