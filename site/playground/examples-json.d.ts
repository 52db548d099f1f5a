/** Made by `npm run site`: a fresh clone has it not yet. */
declare module '*/examples.json' {
  const examples: readonly import('../build/runnable-example.ts').RunnableExample[]
  export default examples
}
