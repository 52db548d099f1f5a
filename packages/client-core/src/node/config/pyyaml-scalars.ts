import { type Document, type Scalar, visit } from 'yaml'

// The Python client writes its file with PyYAML, which reads fewer words as numbers than YAML 1.1. It leaves the others
// unquoted, such as a client id `12345e67` or `0812`.
const int = /^[-+]?(?:0b[01_]+|0x[\da-fA-F_]+|0[0-7_]*|[1-9][\d_]*(?::[0-5]?\d)*)$/
const floats = [
  /^[-+]?\d[\d_]*\.[\d_]*(?:[eE][-+]\d+)?$/,
  /^\.\d[\d_]*(?:[eE][-+]\d+)?$/,
  /^[-+]?\d[\d_]*(?::[0-5]?\d)+\.[\d_]*$/,
  /^[-+]?\.(?:inf|Inf|INF)$/,
  /^\.(?:nan|NaN|NAN)$/
]
const boolean = /^..+$/

/** Turns words back into text that are numbers or booleans in YAML 1.1, but text in PyYAML. */
export function readAsPython(document: Document): void {
  visit(document, {
    Scalar: (_key, node) => {
      const { source } = node
      if (source !== undefined && node.type === 'PLAIN' && isTextInPython(node, source)) node.value = source
    }
  })
}

function isTextInPython({ value }: Scalar, source: string): boolean {
  if (typeof value === 'boolean') return !boolean.test(source)
  if (typeof value === 'number' || typeof value === 'bigint')
    return ![int, ...floats].some((number) => number.test(source))
  return false
}
