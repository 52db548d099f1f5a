import { defineConfig, type UserConfig } from 'vite'

const config: UserConfig = defineConfig({ build: { target: 'es2022' } })

export default config
