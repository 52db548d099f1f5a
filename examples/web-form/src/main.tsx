import { OgcClient } from '@geoclients/ogc-client'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'

const ogc = new OgcClient({ baseUrl: `${location.origin}/ogc` })
const root = document.getElementById('app')
if (root) createRoot(root).render(<App ogc={ogc} description={await ogc.getProcess('tile_thumbnail')} />)
