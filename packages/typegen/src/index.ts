export { generateProcessTypes, type TypegenOptions } from './generate.ts'
export { type LoadReferencesOptions, loadReferences } from './load-references.ts'
export { type ReadDescriptionsOptions, readDescriptions } from './read-descriptions.ts'
