export { collect } from './collect.ts'
export { type EncodeFileOptions, encodeFile } from './encode-file.ts'
export { type ErrorTexts, errorText, errorTexts } from './error-text.ts'
