/** A field while somebody describes it, and what is sent of it. */
import type { JsonObject } from '@throughline/base';

export const draftTypes = [
  'text',
  'number',
  'rating',
  'slider',
  'checkbox',
  'select',
  'multi-select',
  'labels',
  'date',
  'date-range',
  'person',
  'people',
  'team',
  'company',
  'link',
  'formula',
] as const;

export type DraftType = (typeof draftTypes)[number];

export interface OptionDraft {
  /** For React; the server makes the key. */
  readonly id: number;
  readonly name: string;
  readonly color: string;
  readonly emoji: string;
  readonly weight: number | null;
}

export interface FieldDraft {
  readonly name: string;
  readonly type: DraftType;
  readonly format: 'plain' | 'percent' | 'currency';
  readonly max: number | null;
  readonly options: readonly OptionDraft[];
  readonly expression: string;
}

export const emptyDraft: FieldDraft = {
  name: '',
  type: 'select',
  format: 'plain',
  max: null,
  options: [],
  expression: '',
};

export function hasOptions(type: DraftType): boolean {
  return type === 'select' || type === 'multi-select';
}

/** What the field's type is told; parts of other types are left out. */
export function draftConfig({ type, format, max, options, expression }: FieldDraft): JsonObject {
  if (hasOptions(type)) {
    const named = options.filter(({ name }) => name.trim() !== '');
    return {
      options: named.map(({ name, color, emoji, weight }) => ({
        name: name.trim(),
        color,
        ...(emoji.trim() !== '' && { emoji: emoji.trim() }),
        ...(weight !== null && { weight }),
      })),
    };
  }
  if (type === 'formula') return { expression, ...(format !== 'plain' && { format }) };
  if (type === 'number') return { format };
  if (type === 'rating' || type === 'slider') return max === null ? {} : { max };
  return {};
}

/** RICE: reach × impact × confidence ÷ effort, with confidence in percent. */
export const riceFields: readonly JsonObject[] = [
  { key: 'reach', name: 'Reach', type: 'number', config: {} },
  { key: 'impact', name: 'Impact', type: 'rating', config: { max: 5 } },
  { key: 'confidence', name: 'Confidence', type: 'number', config: { format: 'percent' } },
  { key: 'effort', name: 'Effort', type: 'number', config: {} },
];

/** Where the workspace has chosen words for impact, their weights count. */
export function riceExpression(impactType: string | undefined): string {
  const impact = impactType === 'select' ? 'weight(impact)' : 'impact';
  return `reach * ${impact} * confidence / 100 / effort`;
}
