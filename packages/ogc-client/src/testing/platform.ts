/** Whether the tests run in a page, as by `npm run test:browser`: there a path alone is an address, and nothing of Node is there. */
export const inBrowser: boolean = 'document' in globalThis
