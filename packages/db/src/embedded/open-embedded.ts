import { mkdir } from 'node:fs/promises';
import type { Backend } from '../database.ts';
import { prepareDataDirectory } from './data-directory.ts';
import { lockDirectory } from './directory-lock.ts';
import { openEmbeddedEngine } from './embedded-engine.ts';
import { makeEngineBackend } from './engine-backend.ts';
import { startMaintenance } from './maintenance.ts';

export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly statementLimitMs: number;
  /** A directory to copy a new database from instead of the empty one. */
  readonly template?: string;
  /** The file of the engine's thread instead of the usual one. */
  readonly workerFile?: string;
  /** How often the engine is looked after. */
  readonly maintenanceIntervalMs?: number;
}

export async function openEmbedded(options: EmbeddedOptions): Promise<Backend> {
  await mkdir(options.dataDir, { recursive: true });
  const lock = await lockDirectory(options.dataDir);
  try {
    const directory = await prepareDataDirectory(options.dataDir, options.template);
    const engine = await openEmbeddedEngine(directory, options.workerFile);
    const backend = makeEngineBackend(engine, options.statementLimitMs);
    const maintenance = startMaintenance(backend, options.maintenanceIntervalMs);
    return {
      ...backend,
      async close() {
        await maintenance.stop();
        await backend.close();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}
