/** A field while somebody describes it, and what is sent of it. */
import type { JsonObject } from '@throughline/base';
import type { FieldConfig } from '@throughline/model';

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
  'votes',
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
  /** votes: how many a person has, and the most for one record; null for no bound. */
  readonly budget: number | null;
  readonly most: number | null;
  readonly weights: NonNullable<FieldConfig['weights']>;
}

export const emptyDraft: FieldDraft = {
  name: '',
  type: 'select',
  format: 'plain',
  max: null,
  options: [],
  expression: '',
  budget: 10,
  most: null,
  weights: {},
};

export function hasOptions(type: DraftType): boolean {
  return type === 'select' || type === 'multi-select';
}

/** What the field's type is told; parts of other types are left out. */
export function draftConfig(draft: FieldDraft): JsonObject {
  const { type, format, max, options, expression } = draft;
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
  if (type === 'votes') return votesConfig(draft);
  if (type === 'rating' || type === 'slider') return max === null ? {} : { max };
  return {};
}

function votesConfig({ budget, most, weights }: FieldDraft): JsonObject {
  return {
    ...(budget !== null && { budget }),
    ...(most !== null && { max: most }),
    ...(Object.keys(weights).length > 0 && { weights: { ...weights } }),
  };
}
