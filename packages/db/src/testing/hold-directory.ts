/** A process that has opened the data directory named by its argument, and waits to be ended. */
import { openDatabase } from '../open-database.ts';

const [dataDir = ''] = process.argv.slice(2);
const database = await openDatabase({ dataDir });
await database.query('select 1');
process.send?.('open');
