import type { Examination } from './examine.ts'

/** The report of an examination, with a badge beside it. */
export function markdownOf(examination: Examination, badge: string): string {
  const { server, versions, processes, milliseconds, findings, warnings } = examination
  const rows = findings.map(({ feature, verdict, instead = '', client = '' }) =>
    [escaped(feature), verdict === 'yes' ? 'yes' : `**${verdict}**`, escaped(instead), escaped(client)].join(' | ')
  )
  return `# Examination of ${server}

![${summaryOf(examination)}](${badge})

Version ${versions.join(' and ') || 'unknown'} of the standard, ${processes} processes, ${Math.round(milliseconds)} ms per response.

| feature | verdict | the server | the client |
| --- | --- | --- | --- |
${rows.map((row) => `| ${row} |`).join('\n')}
${warnings.length > 0 ? `\nThe client warned:\n\n${warnings.map((text) => `- ${escaped(text)}`).join('\n')}\n` : ''}`
}

export function summaryOf({ findings }: Pick<Examination, 'findings'>): string {
  return `${findings.filter(({ verdict }) => verdict === 'yes').length} of ${findings.length}`
}

/** A badge with the number of passed features. */
export function badgeOf(examination: Examination): string {
  const text = summaryOf(examination)
  const isBad = examination.findings.some(({ verdict, isRequired }) => verdict === 'no' && isRequired)
  const colour = isBad
    ? '#c0392b'
    : examination.findings.every(({ verdict }) => verdict === 'yes')
      ? '#2e7d32'
      : '#b7791f'
  const [left, right] = [108, 12 + 7 * text.length]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="OGC Processes: ${text}">
<rect width="${left}" height="20" fill="#444"/><rect x="${left}" width="${right}" height="20" fill="${colour}"/>
<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle"><text x="${left / 2}" y="14">OGC Processes</text><text x="${left + right / 2}" y="14">${text}</text></g>
</svg>
`
}

function escaped(text: string): string {
  return text.replace(/[\\|<>*_`[\]]/g, '\\$&').replace(/\s+/g, ' ')
}
