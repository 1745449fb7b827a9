import { captureMessages } from './en-capture.ts';
import { importMessages } from './en-import.ts';
import { inboxMessages } from './en-inbox.ts';
import { paletteMessages } from './en-palette.ts';
import { peopleMessages } from './en-people.ts';
import { settingsMessages } from './en-settings.ts';
import { startMessages } from './en-start.ts';
import { sharingMessages } from './en-sharing.ts';

/** Texts of the areas beside the lists of ideas. */
export const areaMessages = {
  ...inboxMessages,
  ...captureMessages,
  ...sharingMessages,
  ...importMessages,
  ...startMessages,
  ...settingsMessages,
  ...peopleMessages,
  ...paletteMessages,
} as const;
