import { expect, test } from 'vitest'
import { isLoopback } from './loopback.ts'

test.each(['http://localhost', 'http://LOCALHOST:8080/a', 'http://127.0.0.1', 'http://127.1', 'http://[::1]:80'])(
  '%s is this machine',
  (url) => {
    expect(isLoopback(new URL(url))).toBe(true)
  }
)

test.each([
  'http://auth.localhost',
  'http://localhost.',
  'http://localhost.evil.example',
  'http://127.0.0.1.evil.example',
  'http://evil-localhost',
  'http://a.b.localhost.example',
  'http://10.0.0.1',
  'http://[::2]',
  'http://128.0.0.1',
  'http://localhost@evil.example'
])('%s is not', (url) => {
  expect(isLoopback(new URL(url))).toBe(false)
})
