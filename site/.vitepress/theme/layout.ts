import { useData, withBase } from 'vitepress'
import DefaultTheme from 'vitepress/theme'
import { defineComponent, h, onMounted, type VNode, watch } from 'vue'

/** The theme's layout, with a link from each page to its Markdown. */
export const Layout = defineComponent({
  name: 'PageLayout',
  setup() {
    const { page } = useData()
    const markdown = (): VNode =>
      h(
        'p',
        { class: 'as-markdown' },
        h('a', { href: withBase(`/${page.value.relativePath}`), target: '_self' }, 'This page as Markdown')
      )
    // The theme's start page has no landmark, so this adds one.
    const mark = (): void => document.querySelector('.VPHome')?.setAttribute('role', 'main')
    onMounted(() => watch(page, mark, { immediate: true, flush: 'post' }))
    return () => h(DefaultTheme.Layout, null, { 'doc-footer-before': markdown })
  }
})
