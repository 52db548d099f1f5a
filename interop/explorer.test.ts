import { describe, expect, inject, test } from 'vitest'
import { explorerPages } from '../apps/explorer/browser/kit.ts'

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
