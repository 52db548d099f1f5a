/** A colour of the style sheet, in light or dark mode. */
export function color(name: `--${string}`): string {
  const probe = document.createElement('span')
  probe.className = 'color-probe'
  probe.style.setProperty('color', `var(${name})`)
  document.body.append(probe)
  const value = getComputedStyle(probe).color
  probe.remove()
  return value
}
