import { type Context, createContext, useContext } from 'react'
import type { CasService, OgcService, Services } from '../servers/open-services.ts'

export const ServicesContext: Context<Services> = createContext<Services>({ ogc: undefined, cas: undefined })

/** The server of processes. Use it only in views that need one. */
export function useOgc(): OgcService {
  const { ogc } = useContext(ServicesContext)
  if (!ogc) throw new Error('No server of processes is open.')
  return ogc
}

/** The attribute service. Use it only in views that need one. */
export function useCas(): CasService {
  const { cas } = useContext(ServicesContext)
  if (!cas) throw new Error('No attribute service is open.')
  return cas
}
