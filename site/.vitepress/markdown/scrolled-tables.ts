import type { MarkdownRenderer } from 'vitepress'

/**
 * A table that is wider than the page can be scrolled, also with the keyboard. An empty corner cell is not a header. Code in a
 * cell breaks only after a slash or a space.
 */
export function scrolledTables(md: MarkdownRenderer): void {
  const { rules } = md.renderer
  const { code_inline: code } = rules
  if (!code) throw new Error('markdown-it has no rule for code in a line.')
  let isInTable = false
  rules.table_open = () => {
    isInTable = true
    return '<div class="table" role="group" aria-label="Table" tabindex="0"><table>\n'
  }
  rules.table_close = () => {
    isInTable = false
    return '</table></div>\n'
  }
  rules.th_open = (tokens, index, options, _env, self) =>
    tokens[index + 1]?.content ? self.renderToken(tokens, index, options) : '<td>'
  rules.th_close = (tokens, index) => (tokens[index - 1]?.content ? '</th>\n' : '</td>\n')
  rules.code_inline = (...given) => {
    const html = code(...given)
    // The slash of an end tag is not one of the text.
    return isInTable ? html.replaceAll(/(?<=[\w}])\/(?=[\w{])/g, '/<wbr>') : html
  }
}
