import { OgcClient } from '@geoclients/ogc-client'
import { createOgcMock, createVirtualClock } from '@geoclients/ogc-client/mock'
import { inputSchema } from '@geoclients/ogc-client/schema'
import Form from '@rjsf/core'
import type { RJSFSchema } from '@rjsf/utils'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { App } from './src/app.tsx'
import { validator } from './src/validator.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const clock = createVirtualClock()
const mock = createOgcMock({ clock })
let page: HTMLElement
let root: Root

beforeEach(() => {
  sessionStorage.clear()
  page = document.body.appendChild(document.createElement('main'))
})
afterEach(() => act(() => root.unmount()))

/** Opens the page as after a load: a new client, a new tree. */
async function open(processId: string): Promise<void> {
  const ogc = new OgcClient({ baseUrl: mock.baseUrl, fetch: mock.fetch, clock })
  const description = await ogc.getProcess(processId)
  root = createRoot(page)
  await act(async () => root.render(<App ogc={ogc} description={description} />))
}

const advance = (ms: number): Promise<void> => act(() => clock.advance(ms))

/** Submits the form. What starts a job is loaded first, in real time. */
async function run(): Promise<void> {
  await act(async () => page.querySelector<HTMLButtonElement>('button[type=submit]')?.click())
  await vi.waitFor(
    () => act(async () => expect(page.querySelector('section')?.textContent ?? '').not.toContain('starting')),
    30_000
  )
}

async function enter(label: string, value: string): Promise<void> {
  const labels = [...page.querySelectorAll('label')]
  const input = page.querySelector<HTMLInputElement>(`#${labels.find((one) => one.textContent === label)?.htmlFor}`)
  if (!input) throw new Error(`There is no ${label}.`)
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value)
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

test('a form is filled in, the job is shown, a reload goes on, the result is on a map', async () => {
  await open('tile_thumbnail')
  expect(page.textContent).toContain('Thumbnail of a map tile')
  await enter('Zoom', '1')
  await run()
  expect(page.querySelector('section')?.textContent).toMatch(/accepted|running/)
  await act(() => root.unmount())
  await open('tile_thumbnail')
  expect(page.querySelector('section')).not.toBeNull()
  await advance(5_000)
  await advance(1)
  expect(page.querySelector('figcaption')?.textContent).toBe('-180.0, 0.0, 0.0, 85.1')
  expect(page.querySelector('image')?.getAttribute('href')).toMatch(/^blob:/)
})

test('what is wrong is said in plain words, and nothing is sent', async () => {
  await open('tile_thumbnail')
  const before = mock.requests.length
  await enter('Zoom', '99')
  await run()
  expect(page.textContent).toContain('must be at most 24, not 99')
  expect(mock.requests.length).toBe(before)
})

test('a failure is told, with nothing of what the server said', async () => {
  await open('sleep_a_while')
  await enter('Seconds', '1')
  await act(async () => page.querySelector<HTMLInputElement>('input[type=checkbox]')?.click())
  await run()
  await advance(5_000)
  await advance(1)
  expect(page.querySelector('[role=alert]')?.textContent).toBe('The run failed.')
})

test('every process of the mock makes a form with a field for each input', async () => {
  using ogc = new OgcClient({ baseUrl: mock.baseUrl, fetch: mock.fetch, clock })
  for await (const { id } of ogc.iterProcesses()) {
    const description = await ogc.getProcess(id)
    const html = renderToStaticMarkup(<Form schema={inputSchema(description) as RJSFSchema} validator={validator} />)
    for (const name of Object.keys(description.inputs ?? {})) expect(html).toContain(`root_${name}`)
    expect(html).not.toContain('Unsupported field schema')
  }
  root = createRoot(page)
})
