import { defineComponent, h, onBeforeUnmount, onMounted, ref } from 'vue'
import type { Bench } from '../../playground/bench.ts'

/** The page with all examples. `#ID` in its address opens one of them. */
export const Playground = defineComponent({
  name: 'ExamplePlayground',
  setup() {
    const place = ref<HTMLElement>()
    const choices = ref<readonly { title: string; examples: readonly { id: string; title: string }[] }[]>([])
    const chosen = ref('')
    let bench: Bench | undefined
    let open: (id: string) => void = () => {}
    onMounted(async () => {
      const { choicesOf, exampleOf, openBench } = await import('../../playground/bench.ts')
      choices.value = choicesOf()
      open = (id) => {
        const example = exampleOf(id)
        if (!example || !place.value) return
        bench?.end()
        chosen.value = id
        history.replaceState(null, '', `#${id}`)
        bench = openBench(place.value, example)
      }
      const [first] = choices.value[0]?.examples ?? []
      open(exampleOf(location.hash.slice(1))?.id ?? first?.id ?? '')
    })
    onBeforeUnmount(() => bench?.end())
    return () =>
      h('div', { class: 'playground' }, [
        h('label', { class: 'choose' }, [
          'Example ',
          h(
            'select',
            { value: chosen.value, onChange: (event: Event) => open((event.target as HTMLSelectElement).value) },
            choices.value.map(({ title, examples }) =>
              h(
                'optgroup',
                { label: title },
                examples.map((one) => h('option', { value: one.id }, one.title))
              )
            )
          )
        ]),
        h('div', { class: 'bench', ref: place })
      ])
  }
})
