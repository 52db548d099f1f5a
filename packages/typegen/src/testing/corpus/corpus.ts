/** Schemas as servers write them, by what they are. */
export type Corpus = Readonly<Record<string, object>>
