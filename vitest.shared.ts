import { defineConfig, type ViteUserConfig } from 'vitest/config'

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
          testTimeout: 30_000 // a bound for slow machines; no test measures time
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
