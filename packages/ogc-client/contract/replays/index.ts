import { copernicus } from './copernicus.ts'
import { fastprocesses } from './fastprocesses.ts'
import { georust } from './georust.ts'
import { geoserver } from './geoserver.ts'
import { idee } from './idee.ts'
import { javaps } from './javaps.ts'
import { ldproxy } from './ldproxy.ts'
import { maap } from './maap.ts'
import { oldPygeoapi } from './old-pygeoapi.ts'
import type { Replay } from './replay.ts'
import { sepex } from './sepex.ts'
import { weaver } from './weaver.ts'
import { weaver2 } from './weaver-2.ts'
import { weaverRaw } from './weaver-raw.ts'
import { zoo } from './zoo.ts'

/** What servers answer that do not run here; data only, for the tests and for `docs/compatibility.md`. */
export const replays: readonly Replay[] = [
  ...[copernicus, fastprocesses, georust, geoserver, idee, javaps, ldproxy, maap, oldPygeoapi],
  ...[sepex, weaver, weaverRaw, weaver2, zoo]
].flat()
