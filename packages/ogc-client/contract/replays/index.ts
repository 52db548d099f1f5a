import { copernicus } from './copernicus.ts'
import { geoserver } from './geoserver.ts'
import { idee } from './idee.ts'
import { javaps } from './javaps.ts'
import { maap } from './maap.ts'
import { oldPygeoapi } from './old-pygeoapi.ts'
import type { Replay } from './replay.ts'
import { weaver } from './weaver.ts'
import { zoo } from './zoo.ts'

/** What servers answer that cannot be run here; data only, for the tests and for `docs/compatibility.md`. */
export const replays: readonly Replay[] = [
  ...[geoserver, zoo, weaver, javaps, maap, oldPygeoapi, idee, copernicus].flat()
]
