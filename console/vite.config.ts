import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from './build/compressed.ts';
import { contractRoutes } from './build/contract-routes.ts';
import { themeCss } from './build/theme-css.ts';
import { wall } from './build/wall.ts';

/** `npx vite --config console/vite.config.ts` serves the sources beside `polyprism serve`. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  cacheDir: '../node_modules/.vite-console',
  plugins: [react(), contractRoutes(), themeCss(), wall(), compressed()],
  // The server puts one of its own into each answer: src/server/console/read-console.ts.
  html: { cspNonce: '{{nonce}}' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2024',
    // Data addresses of files would be scripts and fonts without a place of their own.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1_000,
  },
  server: { proxy: { '^/(api|public|public-data|log)': 'http://127.0.0.1:4880' } },
});
