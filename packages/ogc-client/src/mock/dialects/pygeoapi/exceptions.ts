import { json, type RouterErrors } from '@geoclients/mock-core'
import { Problem } from '../../answers/problems.ts'

/** pygeoapi's errors: `description` instead of `detail`, and OWS exception names. */
export function exception(status: number, code: string, description: string): Response {
  return json({ code, type: code, description }, { status })
}

export const badParameter = (description: string): Response => exception(400, 'InvalidParameterValue', description)

/** An error page of Flask. */
export function page(status: number, title: string): Response {
  const body = `<!doctype html>\n<html lang=en>\n<title>${status} ${title}</title>\n<h1>${title}</h1>\n`
  return new Response(body, { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}

export const errors: RouterErrors = {
  notFound: () => page(404, 'Not Found'),
  methodNotAllowed: () => page(405, 'Method Not Allowed'),
  failed: (error) => (error instanceof Problem ? badParameter(error.message) : undefined)
}
