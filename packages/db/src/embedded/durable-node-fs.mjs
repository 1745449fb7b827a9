import { closeSync, fsyncSync, openSync } from 'node:fs';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/**
 * PGlite's own file system never calls fsync, so an acknowledged transaction is lost when the power goes.
 * This one passes every fsync of PostgreSQL on to the disk.
 */
export class DurableNodeFs extends NodeFS {
  /**
   * @param {import('@electric-sql/pglite').PGlite} pglite
   * @param {object} options
   */
  async init(pglite, options) {
    const { emscriptenOpts } = await super.init(pglite, options);
    emscriptenOpts.preRun.push(addFsync);
    return { emscriptenOpts };
  }
}

/** @param {{ NODEFS: any }} module */
function addFsync({ NODEFS }) {
  NODEFS.stream_ops.fsync = (stream) => {
    if (typeof stream.nfd === 'number') fsyncSync(stream.nfd);
    else syncDirectory(NODEFS.realPath(stream.node));
    return 0;
  };
}

/** NODEFS opens directories without a descriptor, so one is made for the moment. */
function syncDirectory(path) {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
