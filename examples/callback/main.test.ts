import { expect, test, vi } from 'vitest'

test('the example runs over HTTP and ends by itself', async () => {
  const lines: string[] = []
  vi.spyOn(console, 'log').mockImplementation((...words) => void lines.push(words.map(String).join(' ')))
  await import('./main.ts')
  expect(lines[0]).toMatch(
    /^job-1 is \w+; waiting for the server to call http:\/\/127\.0\.0\.1:\d+\/callbacks\/[\w-]{36}$/
  )
  expect(lines[1]).toMatch(/^job-1 is successful after [12] polls; it slept for/)
})
