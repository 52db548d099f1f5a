import { apiPage } from './api-page.ts'
import { readmeWithSizes } from './call-sizes.ts'
import { regeneratingPage } from './client-lines.ts'
import { compatibilityPage } from './compatibility-page.ts'
import { errorPage } from './error-page.ts'
import { newClientPage } from './new-client-page.ts'
import { versionsPage } from './versions-page.ts'

/** The pages that are completely or partly generated, by path, with the functions that make them. */
export const pages: Readonly<Record<string, (root: string) => Promise<string>>> = {
  'README.md': readmeWithSizes,
  'docs/api.md': apiPage,
  'docs/compatibility.md': compatibilityPage,
  'docs/errors.md': errorPage,
  'docs/regenerating.md': regeneratingPage,
  'docs/transcripts/new-client.md': newClientPage,
  'docs/transcripts/versions.md': versionsPage
}
