/** The contract of the wire: every answer of every target is held against it. */
export const document: URL = new URL('../../../specs/ogc-processes/openapi.yaml', import.meta.url)
