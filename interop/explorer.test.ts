import { afterEach, expect, inject, test } from 'vitest'
import { type Kit, openKit, type Page, violations } from '../apps/explorer/browser/kit.ts'

const baseUrls = inject('baseUrls')
let kit: Kit | undefined
afterEach(async () => {
  const faults = kit?.faults
  await kit?.close()
  expect(faults).toEqual([])
})

/** Opens the explorer on a server, behind its proxy: none of them allows a page all that it needs. */
async function open(servers: { readonly ogc?: string; readonly cas?: string }, view: string): Promise<Page> {
  kit = await openKit(servers)
  return kit.open(`${kit.site.url}#/${view}`)
}

test.each([
  ['wraptile', 'primes_between', 'Table: Return Value'],
  ['pygeoapi-without-manager', 'primes_between', 'Table: Primes']
] as const)('a process of %s is found, run and shown', async (server, id, table) => {
  const page = await open({ ogc: baseUrls[server] }, 'processes')
  await page.getByLabel('Search').fill(id)
  await page.locator('.process-list a').first().click()
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await page.getByRole('region', { name: table }).waitFor()
  expect(await page.locator('tbody tr').first().textContent()).toBe('12')
  expect(await violations(page)).toEqual([])
})

test('a place gets its attributes from CAS', async () => {
  const page = await open({ cas: baseUrls.cas }, 'attributes')
  await page.getByRole('checkbox', { name: /precipitation/ }).check()
  await page.locator('[data-drawn][aria-label^="Map: Places"]').click({ position: { x: 190, y: 130 } })
  await page.getByRole('button', { name: 'Extract' }).click()
  await page.getByRole('columnheader', { name: 'cas_precipitation', exact: true }).waitFor()
  expect(await page.locator('.legend li').count()).toBe(1)
  expect(await violations(page)).toEqual([])
})
