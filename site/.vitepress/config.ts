import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import GithubSlugger from 'github-slugger'
import { defineConfig, type UserConfig } from 'vitepress'
import { examplesFile, navigationFile, pagesFolder, siteBase, siteFolder } from '../build/folders.ts'
import { readGroups } from '../build/navigation.ts'
import { runnableFences } from './markdown/runnable-fences.ts'
import { scrolledTables } from './markdown/scrolled-tables.ts'
import { guideSidebar, referenceSidebar } from './sidebar.ts'

const repository = process.env.SITE_REPOSITORY

/** Anchors as GitHub makes them, because the pages are written for GitHub. */
const slugify = (text: string): string => new GithubSlugger().slug(text)

const config: UserConfig = defineConfig({
  title: 'geoclients',
  description:
    'TypeScript clients for geospatial services: OGC API - Processes, OGC API - Features and the Community Attribute Service.',
  lang: 'en',
  base: siteBase,
  srcDir: pagesFolder,
  outDir: siteFolder,
  cacheDir: join(pagesFolder, '.cache'),
  head: [['link', { rel: 'icon', href: `${siteBase}icon.svg`, type: 'image/svg+xml' }]],
  transformHead: ({ page }) =>
    page === '404.md' ? [] : [['link', { rel: 'alternate', type: 'text/markdown', href: siteBase + page }]],
  vite: { build: { target: 'es2023' }, worker: { format: 'es' } },
  markdown: {
    anchor: { slugify },
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    config: (md) => void md.use(scrolledTables).use(runnableFences, examplesFile)
  },
  themeConfig: {
    search: {
      provider: 'local',
      options: {
        detailedView: false,
        miniSearch: {
          searchOptions: {
            // Pages for looking things up repeat most words very often. Who searches wants the guide first.
            boostDocument: (id: string) =>
              /\/(?:reference|decisions|transcripts)\/|\/guide\/(?:api|errors|compatibility)\.html/.test(id) ? 0.4 : 1
          }
        }
      }
    },
    nav: [
      { text: 'Guides', link: '/guide/', activeMatch: '^/(?:guide|decisions|overview)' },
      { text: 'Reference', link: '/reference/', activeMatch: '^/reference/' },
      { text: 'Playground', link: '/playground' },
      { text: 'Explorer', link: '/explorer/index.html', target: '_self' }
    ],
    sidebar: {
      '/reference/': referenceSidebar(JSON.parse(readFileSync(navigationFile, 'utf8'))),
      '/': guideSidebar(await readGroups())
    },
    outline: { level: [2, 3] },
    externalLinkIcon: true,
    ...(repository && { socialLinks: [{ icon: 'github', link: repository }] }),
    footer: { message: 'Apache-2.0. The servers in examples are mocks that run in the page.' }
  }
})

export default config
