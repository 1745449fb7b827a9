export { guessFormat, guessReader, READERS } from './guess-format.ts';
export { openFile, openFiles } from './open-files.ts';
export { readCsvRows } from './read-csv-rows.ts';
