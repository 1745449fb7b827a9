import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { serviceWorker } from './build/service-worker-plugin.ts';

/** Where `npm run dev` finds the API. */
const apiOrigin = process.env.THROUGHLINE_API ?? 'http://127.0.0.1:4400';

/**
 * The first load may weigh 170 KB gzip of JavaScript, so only what every page needs is put in named chunks;
 * calendars, editors, boards and charts stay in the lazy chunks of the routes that ask for them.
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
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 2 },
            {
              name: 'router',
              test: /node_modules\/@tanstack\/(react-router|router-core|history|store|react-store)\//,
              priority: 1,
            },
          ],
        },
      },
    },
  },
});
