import { afterAll, describe, expect, inject, test } from 'vitest'
import { explorerPages } from '../apps/explorer/browser/kit.ts'
import { servers } from './servers.ts'

/* Behind the explorer's proxy: none of the servers allows a page all that it needs. */
const baseUrls = inject('baseUrls')

describe.each([
  ['wraptile', 'primes_between', 'Table: Return Value'],
  ['pygeoapi-without-manager', 'primes_between', 'Table: Primes']
] as const)('%s', (server, id, table) => {
  const pages = explorerPages(() => ({ ogc: baseUrls[server] }))

  test('a process is found, run and shown', async () => {
    const page = await pages.open(`${pages.url}#/processes`)
    await page.getByLabel('Search').fill(id)
    await page.locator('.process-list a').first().click()
    await page.getByRole('button', { name: 'Run', exact: true }).click()
    await page.getByRole('region', { name: table }).waitFor()
    expect(await page.locator('tbody tr').first().textContent()).toBe('12')
  })
})

describe('pygeoapi with a job manager', async () => {
  // A server of its own: the contract wants to be alone with the jobs of the other.
  const server = await servers.pygeoapi()
  afterAll(() => server.stop())
  const pages = explorerPages(() => ({ ogc: server.baseUrl }))

  test('a job is watched, is among the jobs of the server, and its picture is shown', async () => {
    const page = await pages.open(`${pages.url}#/processes/sleep_a_while`)
    await page.getByLabel('Seconds').fill('2')
    await page.getByRole('button', { name: 'Run', exact: true }).click()
    await page.getByText('done', { exact: true }).waitFor()
    await page.getByRole('link', { name: 'Runs' }).click()
    await page.getByText('All jobs of the server').click()
    await page.locator('.server-jobs li').first().waitFor()
    await page.goto(`${pages.url}#/processes/tile_thumbnail`)
    await page.getByRole('button', { name: 'Run', exact: true }).click()
    await page.locator('.picture img').waitFor()
  })
})

describe('CAS', () => {
  const pages = explorerPages(() => ({ cas: baseUrls.cas }))

  test('a place gets its attributes', async () => {
    const page = await pages.open(`${pages.url}#/attributes`)
    await page.getByRole('checkbox', { name: /precipitation/ }).check()
    await page.locator('[data-drawn][aria-label^="Map: Places"]').click({ position: { x: 190, y: 130 } })
    await page.getByRole('button', { name: 'Extract' }).click()
    await page.getByRole('columnheader', { name: 'cas_precipitation', exact: true }).waitFor()
    expect(await page.locator('.legend li').count()).toBe(1)
  })
})
