import { dataMessages } from './en-data.ts';
import { expressionMessages } from './en-expression.ts';
import { viewBarMessages } from './en-view-bar.ts';
import { spaceMessages } from './en-space.ts';
import { fieldMessages } from './en-fields.ts';
import { frameMessages } from './en-frame.ts';
import { listMessages } from './en-list.ts';

/**
 * The texts of the first load: frame and list. A feature keeps its messages in a file of its own, and is spread
 * in here or, when it is loaded later, in `en-areas.ts`.
 */
export const en = {
  ...frameMessages,
  ...listMessages,
  ...fieldMessages,
  ...dataMessages,
  ...spaceMessages,
  ...expressionMessages,
  ...viewBarMessages,
} as const;
