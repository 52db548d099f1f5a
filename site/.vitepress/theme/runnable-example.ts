import { defineComponent, h, nextTick, onBeforeUnmount, ref } from 'vue'
import type { Bench } from '../../playground/bench.ts'

/** The code of a page, with a button that opens it in an editor. The editor is loaded when the button is pressed. */
export const RunnableExample = defineComponent({
  name: 'RunnableExample',
  props: { id: { type: String, required: true } },
  setup({ id }, { slots }) {
    const isOpen = ref(false)
    const place = ref<HTMLElement>()
    const button = ref<HTMLButtonElement>()
    let bench: Bench | undefined
    const close = async (): Promise<void> => {
      bench?.end()
      bench = undefined
      isOpen.value = false
      await nextTick()
      button.value?.focus()
    }
    const open = async (): Promise<void> => {
      const { openBench, exampleOf } = await import('../../playground/bench.ts')
      const example = exampleOf(id)
      isOpen.value = true
      await nextTick()
      if (!place.value || !example) return
      bench = openBench(place.value, example, { close: () => void close() })
      bench.run()
    }
    onBeforeUnmount(() => bench?.end())
    return () =>
      isOpen.value
        ? h('div', { class: 'bench', ref: place })
        : h('div', { class: 'runnable' }, [
            slots.default?.(),
            h('button', { class: 'run-here', type: 'button', ref: button, onClick: open }, 'Run and change')
          ])
  }
})
