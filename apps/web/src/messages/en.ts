import { areaMessages } from './en-areas.ts';
import { boardMessages } from './en-board.ts';
import { dataMessages } from './en-data.ts';
import { expressionMessages } from './en-expression.ts';
import { viewBarMessages } from './en-view-bar.ts';
import { recordMessages } from './en-record.ts';
import { spaceMessages } from './en-space.ts';
import { fieldMessages } from './en-fields.ts';
import { fieldEditorMessages } from './en-field-editor.ts';
import { frameMessages } from './en-frame.ts';
import { listMessages } from './en-list.ts';
import { pageMessages } from './en-pages.ts';

/** Every text on a screen. A feature keeps its messages in a file of its own and is spread in here. */
export const en = {
  ...frameMessages,
  ...pageMessages,
  ...listMessages,
  ...boardMessages,
  ...fieldMessages,
  ...dataMessages,
  ...spaceMessages,
  ...recordMessages,
  ...fieldEditorMessages,
  ...expressionMessages,
  ...viewBarMessages,
  ...areaMessages,
} as const;
