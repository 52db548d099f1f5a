/* Made by the replays of servers from the descriptions of processes. Do not edit. */

/** For `new OgcClient<Processes>({ baseUrl })`. */
export interface Processes {
  'Copernicus stores reanalysis': {
    inputs: { [k: string]: never }
    outputs: {
      asset: unknown
    }
  }
  'GeoServer p': {
    inputs: { [k: string]: never }
    outputs: {
      a: unknown
      b: unknown
    }
  }
  'IDEE getElevation': {
    inputs: { [k: string]: never }
    outputs: {
      id: unknown
      values: unknown
    }
  }
  'MAAP p': {
    inputs: { [k: string]: never }
    outputs: {
      out: unknown
    }
  }
  /** P */
  'SEPEX p': {
    inputs: {
      /** text */
      text: unknown
    }
    outputs: {
      count: unknown
      file: unknown
    }
  }
  'ZOO-Project p': {
    inputs: { [k: string]: never }
    outputs: {
      a: unknown
      b: unknown
    }
  }
  'fastprocesses draw': {
    inputs: { [k: string]: never }
    outputs: {
      picture: unknown
    }
  }
  'georust/ogcapi p': {
    inputs: { [k: string]: never }
    outputs: {
      table: unknown
      count: unknown
      names: unknown
    }
  }
  'javaPS p': {
    inputs: { [k: string]: never }
    outputs: {
      a: unknown
      b: unknown
    }
  }
  'ldproxy (the branch with processes, version 2.0) p': {
    inputs: { [k: string]: never }
    outputs: {
      area: unknown
      name: unknown
    }
  }
  'older pygeoapi hello-world': {
    inputs: { [k: string]: never }
    outputs: {
      echo: unknown
    }
  }
  'older pygeoapi p': {
    inputs: { [k: string]: never }
    outputs: {
      count: unknown
      names: unknown
    }
  }
  'pygeoapi hello-world': {
    inputs: { [k: string]: never }
    outputs: {
      echo: unknown
    }
  }
  'pygeoapi p': {
    inputs: { [k: string]: never }
    outputs: {
      count: unknown
      names: unknown
    }
  }
  'weaver p': {
    inputs: { [k: string]: never }
    outputs: {
      scenes: unknown
      note: unknown
    }
  }
}
