/** Stands for `use-ogc.ts` or `use-cas.ts`, which takes its place in a project. */
export declare function use(baseUrl: string): Promise<Record<string, unknown>>
