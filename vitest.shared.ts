import { defineConfig, type ViteUserConfig } from 'vitest/config'

/** Bounds of a hang, for tests and for what goes before them: how long a loaded machine takes is no concern of a test. */
export const patience = { testTimeout: 300_000, hookTimeout: 300_000 } as const

/** Two projects in every package: `unit` runs `*.test.ts`, `types` compiles `*.test-d.ts`. */
export const testProjects: ViteUserConfig = defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts'],
          environment: 'node',
          unstubGlobals: true,
          ...patience
        }
      },
      {
        test: {
          name: 'types',
          include: [],
          typecheck: { enabled: true, only: true, include: ['src/**/*.test-d.ts'], tsconfig: './tsconfig.json' }
        }
      }
    ]
  }
})
