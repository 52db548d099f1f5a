import { apiPage } from './api-page.ts'
import { errorPage } from './error-page.ts'

/** The pages that are made from the sources, by their path, with what makes them. */
export const pages: Readonly<Record<string, (root: string) => Promise<string>>> = {
  'docs/api.md': apiPage,
  'docs/errors.md': errorPage
}
