/** A placeholder. In a project, `use-ogc.ts` or `use-cas.ts` replaces it. */
export declare function use(baseUrl: string): Promise<Record<string, unknown>>
