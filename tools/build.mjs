/** Builds the web app, the server and the command. `--server` leaves the web app out. */
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import { rolldown } from 'rolldown';

const PACKED = /\.(js|css|svg|json|webmanifest)$/;
const root = fileURLToPath(new URL('..', import.meta.url));

/** Our own packages go into the bundle, everything installed stays outside; the command loads the server's. */
function bundleOwn(server) {
  return {
    name: 'bundle-own',
    resolveId(source) {
      if (source === '@throughline/server')
        return server === undefined ? null : { id: server, external: true };
      if (source.startsWith('@throughline/') || source.startsWith('.') || source.startsWith('/')) return null;
      return { id: source, external: true };
    },
  };
}

async function bundle(folder, input, server) {
  const build = await rolldown({
    input: `${root}/${folder}/src/${input}`,
    platform: 'node',
    plugins: [bundleOwn(server)],
  });
  await build.write({
    dir: `${root}/${folder}/dist`,
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
    sourcemap: true,
  });
  await build.close();
}

export async function build({ web = true } = {}) {
  await bundle('apps/server', 'index.ts');
  await bundle('apps/cli', 'main.ts', '../../server/dist/index.mjs');
  if (!web) return;
  const vite = spawnSync(process.execPath, [`${root}/node_modules/vite/bin/vite.js`, 'build'], {
    cwd: `${root}/apps/web`,
    stdio: 'inherit',
  });
  if (vite.status !== 0) throw new Error('The web app did not build');
  await bundleWidget();
  await bundleExtension();
  packAll(`${root}/apps/web/dist`);
}

/** One script for sites of others: it is loaded on its own, and shares nothing with the app. */
async function bundleWidget() {
  const build = await rolldown({ input: `${root}/apps/web/src/widget/widget.ts`, platform: 'browser' });
  await build.write({
    file: `${root}/apps/web/dist/widget.js`,
    format: 'iife',
    minify: true,
    sourcemap: false,
  });
  await build.close();
}

/** A folder that browsers load as it is; packed as zip it is what their stores take. */
async function bundleExtension() {
  const folder = `${root}/apps/extension`;
  rmSync(`${folder}/dist`, { recursive: true, force: true });
  cpSync(`${folder}/pages`, `${folder}/dist`, { recursive: true });
  for (const name of ['background', 'popup', 'options']) {
    const build = await rolldown({ input: `${folder}/src/${name}.ts`, platform: 'browser' });
    await build.write({ file: `${folder}/dist/${name}.js`, format: 'iife', minify: true, sourcemap: false });
    await build.close();
  }
  const icon = readFileSync(`${root}/apps/web/public/favicon.svg`, 'utf8');
  for (const value of [16, 48, 128]) {
    const image = new Resvg(icon, { fitTo: { mode: 'width', value } }).render().asPng();
    writeFileSync(`${folder}/dist/icon-${value}.png`, image);
  }
}

/** Beside every text the same in Brotli, as small as it gets: done once here, and sent as it is. */
function packAll(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !PACKED.test(entry.name)) continue;
    const file = `${entry.parentPath}/${entry.name}`;
    const content = readFileSync(file);
    const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.byteLength };
    writeFileSync(`${file}.br`, brotliCompressSync(content, { params }));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await build({ web: !process.argv.includes('--server') });
}
