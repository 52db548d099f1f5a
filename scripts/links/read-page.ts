/** What a page of Markdown offers to links, and where its own go. */
export interface Page {
  /** Names of its headings, as GitHub makes them. */
  readonly anchors: ReadonlySet<string>
  readonly links: readonly { readonly target: string; readonly line: number }[]
}

/** Reads headings and links of GitHub's Markdown; what stands in code or comments is neither. */
export function readPage(text: string): Page {
  const prose = withoutCode(text)
  const anchors = new Set<string>()
  for (const [, title = ''] of prose.matchAll(/^#{1,6} +(.*?)(?: +#+)? *$/gm)) anchors.add(unused(anchors, slug(title)))
  for (const [, id = ''] of prose.matchAll(/<a (?:id|name)="([^"]+)"/g)) anchors.add(id)
  const links = [...prose.matchAll(/\]\(<?([^\s()<>]+)>?(?: +"[^"]*")?\)|^\[[^\]^][^\]]*\]: +<?([^\s<>]+)/gm)].map(
    ({ 1: inline, 2: reference, index }) => ({
      target: inline ?? reference ?? '',
      line: prose.slice(0, index).split('\n').length
    })
  )
  return { anchors, links }
}

/** The same lines, with blanks for code and comments; a code span keeps its words, which count in a heading. */
function withoutCode(text: string): string {
  const blank = (found: string): string => found.replace(/[^\n]/g, '')
  return text
    .replace(/^( *)(`{3,}|~{3,})[^\n]*\n(?:[^\n]*\n)*? *\2 *$/gm, blank)
    .replace(/<!--[\s\S]*?-->/g, blank)
    .replace(/(`+)([^`\n]+)\1/g, (_, __, code: string) => code.replace(/[[\]<>]/g, ''))
}

/** The name that GitHub gives to a heading: letters, digits, `-` and `_` in lower case, a dash for each space. */
function slug(title: string): string {
  const words = title.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-')
}

function unused(taken: ReadonlySet<string>, name: string): string {
  let free = name
  for (let count = 1; taken.has(free); count++) free = `${name}-${count}`
  return free
}
