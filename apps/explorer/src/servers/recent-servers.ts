import { goTo } from '../app/location.ts'

export interface RecentServers {
  readonly ogc?: string
  readonly cas?: string
}

const key = 'geoclients.servers'
const most = 6

/** The addresses that were opened before, the latest first; never a credential. */
export function recentServers(): readonly RecentServers[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one) => typeof (one?.ogc ?? one?.cas) === 'string') : []
  } catch {
    return []
  }
}

export function keepServers(servers: RecentServers): void {
  const text = JSON.stringify(servers)
  const others = recentServers().filter((one) => JSON.stringify(one) !== text)
  localStorage.setItem(key, JSON.stringify([servers, ...others].slice(0, most)))
}

export function forgetServers(): void {
  localStorage.removeItem(key)
  goTo(location.href, 'replace')
}
