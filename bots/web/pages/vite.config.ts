import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // Where NODE_ENV is something else (a test), Vite would write JSX for a React that is not bundled.
  oxc: { jsx: { development: false } },
  // A data: font or picture would need a wider content policy than `default-src 'self'`.
  build: { assetsInlineLimit: 0, reportCompressedSize: false, modulePreload: { polyfill: false } },
  worker: { format: 'es' },
})
