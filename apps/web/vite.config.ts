import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { serviceWorker } from './build/service-worker-plugin.ts';

/** Where `npm run dev` finds the API. */
const apiOrigin = process.env.THROUGHLINE_API ?? 'http://127.0.0.1:4400';

/**
 * The first load of a list is held small by a test (`tests/e2e/first-load.spec.ts`): what its first sight does
 * not need (calendars, editors, boards, dialogs, menus) stays in lazy chunks.
 */
export default defineConfig({
  plugins: [react(), tailwind(), serviceWorker()],
  server: {
    host: '127.0.0.1',
    // The API answers its own pages only, so a page of the development server comes to it as one of them.
    proxy: { '/api': { target: apiOrigin, ws: true, changeOrigin: true, headers: { origin: apiOrigin } } },
  },
  build: {
    target: 'baseline-widely-available',
    cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
    sourcemap: true,
    rolldownOptions: {
      // Our packages only declare: what nobody asks for (the schemas of the contract, say) must not be loaded.
      treeshake: { moduleSideEffects: [{ test: /packages\/[a-z]+\/src\/.*\.tsx?$/, sideEffects: false }] },
      output: {
        codeSplitting: {
          // In few pieces they are smaller, and a list is there after two rounds of requests.
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 3 },
            { name: 'start', tags: ['$initial'], priority: 2 },
            { name: 'list', test: /src\/routes\/(frame|space)-route\.tsx$/, priority: 1 },
          ],
        },
      },
    },
  },
});
