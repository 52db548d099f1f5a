import headless, { type IBufferCell, type Terminal } from '@xterm/headless'

/** What a terminal was sent, with milliseconds since the start. */
export interface Event {
  readonly time: number
  readonly text: string
}

export interface Size {
  readonly columns: number
  readonly rows: number
}

/** Text in one style. */
export interface Run {
  readonly text: string
  /** Where it begins, counted in cells. */
  readonly column: number
  readonly isBold: boolean
  readonly isDim: boolean
  /** One of the sixteen colours of a terminal; undefined for that of the text. */
  readonly colour: number | undefined
}

export interface Frame {
  readonly time: number
  readonly rows: readonly (readonly Run[])[]
}

/** Changes that come closer to each other are one frame. */
const shortest = 60

/** What the screen showed, whenever it changed. */
export async function framesOf(events: readonly Event[], { columns, rows }: Size): Promise<Frame[]> {
  const terminal = new headless.Terminal({ cols: columns, rows, allowProposedApi: true, convertEol: false })
  const frames: Frame[] = []
  let last = ''
  for (const [index, { time, text }] of events.entries()) {
    await new Promise<void>((resolve) => terminal.write(text, resolve))
    const next = events[index + 1]
    if (next && next.time - time < shortest) continue
    const screen = screenOf(terminal)
    const key = JSON.stringify(screen)
    if (key !== last) frames.push({ time, rows: screen })
    last = key
  }
  terminal.dispose()
  return frames
}

function screenOf(terminal: Terminal): Run[][] {
  const { active } = terminal.buffer
  return Array.from({ length: terminal.rows }, (_, row) => {
    const line = active.getLine(active.baseY + row)
    const runs: Run[] = []
    const cell: IBufferCell = active.getNullCell()
    for (let column = 0; line && column < terminal.cols; column += 1) {
      line.getCell(column, cell)
      const run = runs.at(-1)
      const style = styleOf(cell)
      const text = cell.getChars() || ' '
      if (run && sameStyle(run, style)) runs[runs.length - 1] = { ...run, text: run.text + text }
      else runs.push({ text, column, ...style })
    }
    return runs.map((run) => ({ ...run, text: run.text.trimEnd() })).filter(({ text }) => text !== '')
  })
}

type Style = Pick<Run, 'isBold' | 'isDim' | 'colour'>

const styleOf = (cell: IBufferCell): Style => ({
  isBold: cell.isBold() !== 0,
  isDim: cell.isDim() !== 0,
  colour: cell.isFgPalette() ? cell.getFgColor() % 16 : undefined
})

const sameStyle = (one: Style, other: Style): boolean =>
  one.isBold === other.isBold && one.isDim === other.isDim && one.colour === other.colour
