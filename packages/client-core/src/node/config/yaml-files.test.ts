import { expect, test, vi } from 'vitest'
import { makeError } from '../../testing/make-error.ts'
import { rejection } from '../../testing/rejection.ts'
import { configHome } from '../testing/config-home.ts'
import { loadSettings } from './load.ts'
import { saveSettings } from './save.ts'

vi.mock('yaml', () => {
  throw new Error("Cannot find package 'yaml'")
})

const format = { folder: '.app', prefix: 'APP_', fields: {} }
const message = 'a settings file needs one more package: npm install yaml'

test('who has no file of settings needs no yaml', async () => {
  const { home } = await configHome()
  expect(await loadSettings(format, { env: { HOME: home } }, {}, makeError)).toEqual({})
})

test('a file that cannot be read or written without yaml says what to install', async () => {
  const { path } = await configHome('a: 1')
  const place = { configPath: path }
  expect(await rejection(loadSettings(format, place, {}, makeError))).toMatchObject({ code: 'config', message })
  expect(await rejection(saveSettings(format, {}, place, makeError))).toMatchObject({ code: 'config', message })
})
