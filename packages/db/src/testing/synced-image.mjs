/**
 * Keeps, beside a database's directory, the image a disk would have after a power cut: only what was followed
 * by fsync. A file's content and name get there when the file is synced (as on ext4, XFS and btrfs); names
 * that were made, moved or removed without that, when their directory is synced. Everything else is dropped.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/**
 * @param {import('@electric-sql/pglite/nodefs').NodeFS} fs the file system to watch
 * @param {{ directory: string, image: string }} places
 */
export function keepSyncedImage(fs, places) {
  const init = fs.init.bind(fs);
  fs.init = async (pglite, options) => {
    const { emscriptenOpts } = await init(pglite, options);
    emscriptenOpts.preRun.push(({ NODEFS }) => watchSync(NODEFS, makeImage(places)));
    return { emscriptenOpts };
  };
  return fs;
}

/** A file system without fsync, as PGlite's own, is left without it: then nothing ever reaches the image. */
function watchSync(NODEFS, image) {
  const { fsync } = NODEFS.stream_ops;
  if (fsync === undefined) return;
  NODEFS.stream_ops.fsync = (stream) => {
    const result = fsync(stream);
    image.sync(NODEFS.realPath(stream.node));
    return result;
  };
}

function makeImage({ directory, image }) {
  /** Where the content of a file was synced, by the file's inode, to follow files that are renamed. */
  const syncedAs = new Map();
  const inImage = (path) => join(image, relative(directory, path));

  function sync(path) {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) syncNames(path);
    else syncContent(path);
  }

  function syncContent(path) {
    const target = inImage(path);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(path, target);
    syncedAs.set(statSync(path).ino, target);
  }

  function syncNames(path) {
    const target = inImage(path);
    mkdirSync(target, { recursive: true });
    const names = readdirSync(path, { withFileTypes: true });
    for (const entry of names) addName(join(path, entry.name), entry.isDirectory());
    const present = new Set(names.map(({ name }) => name));
    for (const name of readdirSync(target)) {
      if (!present.has(name)) rmSync(join(target, name), { recursive: true });
    }
  }

  function addName(path, isDirectory) {
    const target = inImage(path);
    if (existsSync(target)) return;
    if (isDirectory) return mkdirSync(target);
    const { ino } = statSync(path);
    const source = syncedAs.get(ino);
    if (source !== undefined && existsSync(source)) copyFileSync(source, target);
    else writeFileSync(target, '');
    syncedAs.set(ino, target);
  }

  return { sync };
}
