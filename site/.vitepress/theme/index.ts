import type { Theme } from 'vitepress'
import DefaultTheme from 'vitepress/theme'
import { Layout } from './layout.ts'
import { Playground } from './playground.ts'
import { RunnableExample } from './runnable-example.ts'
import './style.css'

const theme: Theme = {
  extends: DefaultTheme,
  Layout,
  enhanceApp({ app }) {
    app.component('RunnableExample', RunnableExample)
    app.component('Playground', Playground)
  }
}

export default theme
