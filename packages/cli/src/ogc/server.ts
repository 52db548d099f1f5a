import type { ServiceOptions } from '../program/service-options.ts'
import { show } from '../terminal/show.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { openOgc } from './open.ts'

export async function showCapabilities(terminal: Terminal, options: ServiceOptions): Promise<void> {
  using ogc = await openOgc(terminal, options)
  const data = await ogc.getCapabilities({ signal: terminal.signal })
  const { title, description, links } = data
  const rows = links.map(({ rel, href, type }) => [rel, href, type])
  const texts = [title, description].filter((text) => text !== undefined)
  await show(terminal, options, { data, view: [...texts, { columns: ['relation', 'address', 'type'], rows }] })
}

export async function showConformance(terminal: Terminal, options: ServiceOptions): Promise<void> {
  using ogc = await openOgc(terminal, options)
  const data = await ogc.getConformance({ signal: terminal.signal })
  await show(terminal, options, {
    data,
    view: [{ columns: ['conforms to'], rows: data.conformsTo.map((uri) => [uri]) }]
  })
}
