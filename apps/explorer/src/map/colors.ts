/** A colour of the style sheet, which knows the light and the dark one. */
export function color(name: `--${string}`): string {
  const probe = document.createElement('span')
  probe.className = 'color-probe'
  probe.style.setProperty('color', `var(${name})`)
  document.body.append(probe)
  const value = getComputedStyle(probe).color
  probe.remove()
  return value
}
