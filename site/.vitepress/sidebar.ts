import type { DefaultTheme } from 'vitepress'
import type { Group } from '../build/navigation.ts'

type Item = DefaultTheme.SidebarItem

/** The sidebar of the guides has the groups of the documentation's index. */
export function guideSidebar(groups: readonly Group[]): Item[] {
  return groups.map(({ title, entries }) => ({
    text: title,
    collapsed: title === 'Decisions',
    items: entries.map((entry) => ({ text: entry.title, link: `/${entry.target}` }))
  }))
}

interface ReferenceNode {
  readonly title: string
  readonly path?: string
  readonly children?: readonly ReferenceNode[]
}

/** The sidebar of the reference is the tree that typedoc wrote. */
export function referenceSidebar(tree: readonly ReferenceNode[]): Item[] {
  return tree.map(({ title, path, children }) => ({
    text: title.replace('@geoclients/', ''),
    ...(path && { link: `/reference/${path}` }),
    ...(children && { collapsed: true, items: referenceSidebar(children) })
  }))
}
