import { captureMessages } from './en-capture.ts';
import { inboxMessages } from './en-inbox.ts';

/** Texts of the areas beside the lists of ideas. */
export const areaMessages = {
  ...inboxMessages,
  ...captureMessages,
} as const;
