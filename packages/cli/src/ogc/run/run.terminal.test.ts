import { expect, test } from 'vitest'
import { terminal } from '../../testing/pty.ts'
import { ogcServer } from '../../testing/servers.ts'

const ctrlC = '\u0003'
const down = '\u001b[B'

test('progress is shown in place, and gone when the results come', async () => {
  const { url } = await ogcServer()
  const session = terminal(['ogc', 'run', 'sleep_a_while', '-i', 'duration=0.5', '--base-url', url])
  await session.until(/sleep_a_while · job-1 · running · \d+ % · \d+ s/)
  await session.until(/return_value {2}0.5/)
  expect(await session.exit).toBe(0)
})

test('Ctrl-C asks: to leave it means that the job goes on', async () => {
  const { url, mock } = await ogcServer()
  const session = terminal(['ogc', 'run', 'sleep_a_while', '-i', 'duration=600', '--base-url', url])
  await session.until(/running/)
  session.type(ctrlC)
  await session.until(/Job job-1 has not ended\./)
  await session.until(/keep waiting/)
  session.type('\r')
  await session.until(/The job continues: geoclients ogc wait job-1/)
  expect(await session.exit).toBe(130)
  expect(mock.requests.filter(({ method }) => method === 'DELETE')).toEqual([])
})

test('Ctrl-C asks: to dismiss it ends the job', async () => {
  const { url, mock } = await ogcServer()
  const session = terminal(['ogc', 'run', 'sleep_a_while', '-i', 'duration=600', '--base-url', url])
  await session.until(/running/)
  session.type(ctrlC)
  await session.until(/keep waiting/)
  session.type(`${down}\r`)
  await session.until(/Job job-1 was dismissed\./)
  expect(await session.exit).toBe(130)
  expect(mock.requests.filter(({ method }) => method === 'DELETE')).toHaveLength(1)
})

test('Ctrl-C asks: to keep waiting goes on', async () => {
  const { url } = await ogcServer()
  const session = terminal(['ogc', 'run', 'sleep_a_while', '-i', 'duration=600', '--base-url', url])
  await session.until(/running/)
  session.type(ctrlC)
  await session.until(/keep waiting/)
  session.type(`${down}${down}\r`)
  await session.until(/running · \d+ %/)
  session.type(`${ctrlC}`)
  await session.until(/keep waiting/)
  session.type(ctrlC)
  await session.until(/The job continues/)
  expect(await session.exit).toBe(130)
})

test('the table of jobs is live until Ctrl-C', async () => {
  const { url } = await ogcServer()
  await fetch(`${url}/processes/sleep_a_while/execution`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', prefer: 'respond-async' },
    body: '{"inputs":{"duration":600}}'
  })
  const session = terminal(['ogc', 'jobs', '--watch', '--interval', '0.1', '--base-url', url])
  await session.until(/1 job, Ctrl-C ends/)
  await session.until(/sleep_a_while {2}running/)
  session.type(ctrlC)
  expect(await session.exit).toBe(130)
})

test('a secret is asked for without echo, tried, and kept', async () => {
  const { mkdtemp, readFile, rm } = await import('node:fs/promises')
  const { tmpdir } = await import('node:os')
  const { join } = await import('node:path')
  const { url } = await ogcServer()
  const home = await mkdtemp(join(tmpdir(), 'home-'))
  try {
    const configured = terminal(['ogc', 'configure'], { HOME: home })
    await configured.until(/Address of the server/)
    configured.type(`${url}\r`)
    await configured.until(/How do you log in to the server/)
    configured.type(`${down}${down}\r`)
    await configured.until(/To log in: geoclients ogc login/)
    expect(await configured.exit).toBe(0)
    const session = terminal(['ogc', 'login'], { HOME: home })
    await session.until(/Token/)
    session.type('s3cret-token\r')
    await session.until(/You are logged in/)
    expect(await session.exit).toBe(0)
    expect(session.text()).not.toContain('s3cret')
    expect(await readFile(join(home, '.eozilla', 'config'), 'utf8')).toContain('access_token: s3cret-token')
  } finally {
    await rm(home, { recursive: true })
  }
})
