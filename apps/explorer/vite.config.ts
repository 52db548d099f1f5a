import { defineConfig, type Rolldown, type UserConfig } from 'vite'

/** The sources are written for React, whose types the form library knows; Preact runs them, in a tenth of the bytes. */
const preact = [
  { find: /^react$/, replacement: 'preact/compat' },
  { find: /^react-dom$/, replacement: 'preact/compat' },
  { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
  { find: /^react\/jsx-(dev-)?runtime$/, replacement: 'preact/jsx-runtime' }
]

/** Says nothing of `use client`, which means nothing in a page. */
const onLog: NonNullable<Rolldown.RolldownOptions['onLog']> = (level, log, handle) => {
  if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log)
}

const config: UserConfig = defineConfig({
  base: './', // so that it can lie in any folder
  resolve: { alias: preact },
  build: {
    rolldownOptions: { onLog },
    target: 'es2023',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900
  }
})

export default config
