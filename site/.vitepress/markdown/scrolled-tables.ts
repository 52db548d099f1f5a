import type { MarkdownRenderer } from 'vitepress'

/** A table that is wider than the page can be scrolled, also with the keyboard. An empty corner cell is not a header. */
export function scrolledTables(md: MarkdownRenderer): void {
  const { rules } = md.renderer
  rules.table_open = () => '<div class="table" role="group" aria-label="Table" tabindex="0"><table>\n'
  rules.table_close = () => '</table></div>\n'
  rules.th_open = (tokens, index, options, _env, self) =>
    tokens[index + 1]?.content ? self.renderToken(tokens, index, options) : '<td>'
  rules.th_close = (tokens, index) => (tokens[index - 1]?.content ? '</th>\n' : '</td>\n')
}
