/** A description template as a part of a blueprint, and back. */
import type { DescriptionPart, PartContent, Values } from '@throughline/model';

/** The entity that description templates are. */
export const DESCRIPTIONS = 'description-template';

export type DescriptionPartContent = PartContent & { readonly kind: 'description' };

export function descriptionContent(values: Values): DescriptionPartContent {
  const { name, emoji, body = '', forType, isDefault } = values as Partial<DescriptionPart>;
  const content = {
    name: String(name),
    body,
    isDefault: isDefault === true,
    ...(emoji === undefined ? {} : { emoji }),
    ...(forType === undefined ? {} : { forType }),
  };
  return { kind: 'description', content };
}

export function descriptionValues({ content }: DescriptionPartContent): Values {
  const { name, emoji = null, body, forType = null, isDefault } = content;
  return { name, emoji, body, forType, isDefault };
}
