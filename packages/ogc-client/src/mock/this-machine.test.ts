import { expect, test } from 'vitest'
import { isOnThisMachine } from './this-machine.ts'

test.each(['http://localhost', 'https://LOCALHOST:8080/a', 'http://127.1', 'http://0x7f.0.0.1:1', 'http://[::1]:80'])(
  '%s is this machine',
  (address) => {
    expect(isOnThisMachine(address)).toBe(true)
  }
)

test.each([
  'http://example.com',
  'http://x.localhost',
  'http://localhost.example',
  'http://127.0.0.1.example',
  'http://localhost@example.com',
  'http://169.254.169.254/latest',
  'http://[::ffff:a00:1]',
  'http://0.0.0.0',
  'file:///etc/passwd',
  'data:,a',
  '/callback',
  'null',
  ''
])('%j is not', (address) => {
  expect(isOnThisMachine(address)).toBe(false)
})
