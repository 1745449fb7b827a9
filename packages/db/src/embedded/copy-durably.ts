import { copyFile, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Syncs and copies wait for the disk, where several at once cost little more than one. */
const AT_ONCE = 8;

/** Copies a directory so that the copy is whole and on the disk before it has its name. */
export async function copyDurably(source: string, target: string): Promise<void> {
  const draft = `${target}.draft`;
  await rm(draft, { recursive: true, force: true });
  const { directories, files } = await listTree(source);
  for (const path of directories) await mkdir(join(draft, path));
  await forEachAtOnce(files, async (path) => {
    await copyFile(join(source, path), join(draft, path));
    await syncPath(join(draft, path));
  });
  await forEachAtOnce(directories, (path) => syncPath(join(draft, path)));
  await rename(draft, target);
  await syncPath(dirname(target));
}

interface Tree {
  /** Parents before their children, beginning with the root, ''. */
  readonly directories: string[];
  readonly files: string[];
}

async function listTree(root: string): Promise<Tree> {
  const tree: Tree = { directories: [''], files: [] };
  for (const directory of tree.directories) {
    for (const entry of await readdir(join(root, directory), { withFileTypes: true })) {
      (entry.isDirectory() ? tree.directories : tree.files).push(join(directory, entry.name));
    }
  }
  return tree;
}

async function forEachAtOnce(paths: readonly string[], run: (path: string) => Promise<void>): Promise<void> {
  const rest = paths.values();
  const work = async (): Promise<void> => {
    for (const path of rest) await run(path);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function syncPath(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
