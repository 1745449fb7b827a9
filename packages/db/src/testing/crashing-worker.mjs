/** The embedded database's thread, which dies on the statement `select 'crash'`, as a defect would make it. */
import { dieOnStatement } from './die-on-statement.mjs';

dieOnStatement(`select 'crash'`);
await import('../embedded/embedded-worker.mjs');
