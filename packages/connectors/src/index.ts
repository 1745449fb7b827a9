export { guessFormat, guessReader, READERS } from './guess-format.ts';
export { openFile, openFiles } from './open-files.ts';
export { readCsvRows } from './read-csv-rows.ts';
export { CHANNELS_OF, findChannel } from './channels.ts';
export type {
  Access,
  Channel,
  ChannelSetting,
  HookAnswer,
  HookRequest,
  OutsideAnswer,
  Question,
  Said,
  Texts,
} from './channel.ts';
export { OutsideFault } from './outside-fault.ts';
