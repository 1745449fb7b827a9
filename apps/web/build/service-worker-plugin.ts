/** Emits the service worker with the names of all files of this build, so that each version keeps its own. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Files of `public/` that the page itself asks for. */
const PUBLIC_FILES = ['/favicon.svg', '/theme-start.js'];

export function serviceWorker(): Plugin {
  return {
    name: 'throughline-service-worker',
    apply: 'build',
    generateBundle(_options, bundle) {
      const built = Object.keys(bundle).filter((name) => !name.endsWith('.map') && !name.endsWith('.html'));
      const files = ['/index.html', ...PUBLIC_FILES, ...built.map((name) => `/${name}`)];
      const source = readFileSync(new URL('service-worker.js', import.meta.url), 'utf8');
      const hash = createHash('sha256').update(source).update(files.join('\n'));
      const head = `const VERSION = ${JSON.stringify(hash.digest('hex').slice(0, 12))};\nconst FILES = ${JSON.stringify(files)};\n`;
      this.emitFile({ type: 'asset', fileName: 'service-worker.js', source: head + source });
    },
  };
}
