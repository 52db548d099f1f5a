import examples from '../.pages/examples.json'
import type { RunnableExample } from '../build/runnable-example.ts'
import { createEditor } from './editor.ts'
import { createOutput } from './output.ts'
import { type Running, startProgram } from './start-program.ts'

export interface Bench {
  run(): void
  end(): void
}

export const exampleOf = (id: string): RunnableExample | undefined => examples.find((one) => one.id === id)

/** All examples, grouped by the page or source that contains them. */
export function choicesOf(): { title: string; examples: { id: string; title: string }[] }[] {
  return [...Map.groupBy(examples, ({ file }) => file)].map(([title, group]) => ({
    title,
    examples: group.map(({ id, code }) => ({ id, title: titleOf(code) }))
  }))
}

/** The first line that does something, as the title of an example. */
function titleOf(code: string): string {
  const lines = code.split('\n').map((line) => line.trim())
  const isTelling = (line: string): boolean =>
    /\bawait\b|console\.log|\(/.test(line) && !/^import|new \w+Client\(/.test(line)
  const line = lines.find(isTelling) ?? lines.find((one) => one !== '') ?? ''
  return line.length > 72 ? `${line.slice(0, 70)}…` : line
}

/** An editor, with a button that runs its program, and the program's output. */
export function openBench(place: HTMLElement, example: RunnableExample, { close }: { close?: () => void } = {}): Bench {
  let running: Running | undefined
  const editor = createEditor(example.code, () => bench.run())
  const output = createOutput()
  const runButton = button('Run', () => bench.run(), 'run')
  const stopButton = button('Stop', () => stop('Stopped.'))
  const bar = element('div', 'bar', [
    runButton,
    stopButton,
    button('Reset', () => {
      editor.set(example.code)
      stop('')
    }),
    ...(close ? [button('Close', close)] : []),
    element('span', 'hint', ['Ctrl-Enter runs it, on a mock in this page. Time passes ten times as fast.'])
  ])
  place.replaceChildren(bar, editor.element, output.element)
  const show = (isRunning: boolean): void => {
    stopButton.disabled = !isRunning
  }
  const stop = (word: string): void => {
    running?.stop()
    running = undefined
    output.end(word)
    show(false)
  }
  const bench: Bench = {
    run() {
      stop('')
      output.clear()
      show(true)
      const program = startProgram({ code: editor.text(), given: example.given, speed: 10 }, (message) => {
        if (running !== program) return
        if (message.kind === 'end') stop(`Finished after ${(message.milliseconds / 1000).toFixed(1)} s.`)
        else output.add(message)
      })
      running = program
    },
    end() {
      stop('')
      editor.destroy()
      place.replaceChildren()
    }
  }
  show(false)
  return bench
}

function element(name: string, className: string, children: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement(name)
  made.className = className
  made.append(...children)
  return made
}

function button(text: string, act: () => void, className = ''): HTMLButtonElement {
  const made = document.createElement('button')
  Object.assign(made, { type: 'button', textContent: text, className, onclick: act })
  return made
}
