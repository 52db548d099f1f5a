export { type AnswerCheck, createAnswerCheck, type Violation } from './answer-check.ts'
export type { Column, Compatibility, Row } from './compatibility.ts'
export type { Area, Feature } from './feature.ts'
export type { AnswerDeviation, Deviation, Deviations, Opened, Target } from './target.ts'
