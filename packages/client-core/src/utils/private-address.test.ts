import { expect, test } from 'vitest'
import { isPrivate } from './private-address.ts'

test.each([
  ...['127.0.0.1', '2130706433', '0x7f.1', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.1', '192.168.1.1'],
  ...['169.254.169.254', '100.64.0.1', '100.127.1.1', 'localhost', 'a.localhost', 'localhost.', 'db', 'nas.local'],
  ...['metadata.google.internal', 'metadata.google.internal.', '[::1]', '[::]', '[fd00::1]', '[fe80::1]', '[febf::1]'],
  ...['[::ffff:127.0.0.1]', '[::ffff:10.0.0.1]', '[64:ff9b::a9fe:a9fe]', '[::127.0.0.1]']
])('%s is this machine or in a private network', (host) => {
  expect(isPrivate(new URL(`http://${host}/x`))).toBe(true)
})

test.each([
  ...['example.com', '8.8.8.8', '11.0.0.1', '172.32.0.1', '172.15.0.1', '192.169.0.1', '100.63.0.1', '100.128.0.1'],
  ...['10.example.com', 'localhost.example', 'internal.example', '[2001:db8::1]', '[::ffff:8.8.8.8]', '[fec0::1]']
])('%s is not', (host) => {
  expect(isPrivate(new URL(`http://${host}/x`))).toBe(false)
})
