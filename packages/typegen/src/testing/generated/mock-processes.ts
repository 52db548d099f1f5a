/* Made by a test from the descriptions of processes. Do not edit. */

/** For `new OgcClient<Processes>({ baseUrl })`. */
export interface Processes {
  /**
   * Area of a bounding box
   *
   * Computes the area of a bounding box on a sphere. A box whose west lies east of its east crosses the
   * antimeridian.
   */
  bbox_area: {
    inputs: {
      /**
       * Bounding box
       *
       * Of the format ogc-bbox.
       */
      bbox: {
        bbox: [number, number, number, number] | [number, number, number, number, number, number]
        /** Default: "http://www.opengis.net/def/crs/OGC/1.3/CRS84" */
        crs?: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84' | 'http://www.opengis.net/def/crs/OGC/0/CRS84h'
      }
      /**
       * Unit
       *
       * Default: "km2"
       */
      unit?: 'km2' | 'ha' | 'm2'
    }
    outputs: {
      /**
       * Area
       *
       * At least 0.
       */
      area: number
    }
  }
  /**
   * Echo of everything
   *
   * Gives all inputs back as the members of one object.
   */
  echo: {
    inputs: {
      /** Any text */
      text: string
      /** Any object, or a text */
      object?:
        | {
            bbox?: number[]
          }
        | string
      /** Whole numbers */
      numbers?: number[]
      /**
       * A GeoTIFF
       *
       * Of the media type image/tiff, in the encoding base64.
       */
      image?: string
      /**
       * Seconds that the run takes
       *
       * At least 0.
       *
       * Default: 0
       */
      pause?: number
    }
    outputs: {
      /** All inputs */
      echo: { [k: string]: unknown } | string
    }
  }
  /**
   * Echo
   *
   * Gives every input back as the output of the same id.
   */
  echo_inputs: {
    inputs: {
      /**
       * A word
       *
       * At least 1 character, at most 40 characters.
       *
       * Default: "hello"
       */
      literal?: string
      /**
       * Numbers
       *
       * At most 10 items.
       *
       * Default: [1,2,3]
       */
      array?: number[]
      /**
       * Up to three words
       *
       * May occur several times: each word is checked by itself.
       *
       * At most 3 items.
       *
       * Default: ["green"]
       */
      names?: ('red' | 'green' | 'blue')[]
      /**
       * A point feature
       *
       * Of the media type application/geo+json.
       *
       * Default: {"type":"Feature","geometry":{"type":"Point","coordinates":[9.99,53.55]},"prope…
       */
      feature?: {
        type: 'Feature'
        geometry: {
          type: 'Point'
          /** At least 2 items, at most 3 items. */
          coordinates: number[]
        }
        properties: ({ [k: string]: unknown } | (object & { readonly [Symbol.iterator]?: never })) | null
      }
      /**
       * A bounding box
       *
       * Of the format ogc-bbox.
       *
       * Default: {"bbox":[-180,-90,180,90],"crs":"http://www.opengis.net/def/crs/OGC/1.3/CRS84"}
       */
      bbox?: {
        bbox: [number, number, number, number] | [number, number, number, number, number, number]
        /** Default: "http://www.opengis.net/def/crs/OGC/1.3/CRS84" */
        crs?: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84' | 'http://www.opengis.net/def/crs/OGC/0/CRS84h'
      }
      /**
       * Any bytes
       *
       * Of the media type application/octet-stream, in the encoding base64.
       *
       * Default: "R2Vv"
       */
      bytes?: string
    }
    outputs: {
      /**
       * A word
       *
       * At least 1 character, at most 40 characters.
       */
      literal: string
      /**
       * Numbers
       *
       * At most 10 items.
       */
      array: number[]
      /** Up to three words */
      names: ('red' | 'green' | 'blue')[]
      /**
       * A point feature
       *
       * Of the media type application/geo+json.
       */
      feature: {
        type: 'Feature'
        geometry: {
          type: 'Point'
          /** At least 2 items, at most 3 items. */
          coordinates: number[]
        }
        properties: { [k: string]: unknown } | null
      }
      /**
       * A bounding box
       *
       * Of the format ogc-bbox.
       */
      bbox: {
        bbox: [number, number, number, number] | [number, number, number, number, number, number]
        /** Default: "http://www.opengis.net/def/crs/OGC/1.3/CRS84" */
        crs?: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84' | 'http://www.opengis.net/def/crs/OGC/0/CRS84h'
      }
      /**
       * Any bytes
       *
       * Of the media type application/octet-stream, in the encoding base64.
       */
      bytes: string
    }
  }
  /**
   * Vegetation index of two bands
   *
   * Computes the normalised difference of near infrared and red, pixel by pixel, with its statistics and a
   * picture.
   */
  ndvi_statistics: {
    inputs: {
      /**
       * Red reflectance, row by row
       *
       * At least 1 item, at most 64 items.
       */
      red: number[][]
      /**
       * Near infrared reflectance, row by row
       *
       * At least 1 item, at most 64 items.
       */
      nir: number[][]
      /**
       * Where the grid lies
       *
       * Of the format ogc-bbox.
       *
       * Default: {"bbox":[9.9,53.5,10.1,53.6],"crs":"http://www.opengis.net/def/crs/OGC/1.3/CRS8…
       */
      bbox?: {
        bbox: [number, number, number, number] | [number, number, number, number, number, number]
        /** Default: "http://www.opengis.net/def/crs/OGC/1.3/CRS84" */
        crs?: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84' | 'http://www.opengis.net/def/crs/OGC/0/CRS84h'
      }
      /**
       * Index from which a pixel counts as vegetation
       *
       * At least -1, at most 1.
       *
       * Default: 0.3
       */
      threshold?: number
    }
    outputs: {
      /** Mean index */
      mean: number | null
      /** Statistics */
      statistics: { [k: string]: unknown }
      /**
       * Where the grid lies
       *
       * Of the format ogc-bbox.
       */
      extent: {
        bbox: [number, number, number, number] | [number, number, number, number, number, number]
        /** Default: "http://www.opengis.net/def/crs/OGC/1.3/CRS84" */
        crs?: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84' | 'http://www.opengis.net/def/crs/OGC/0/CRS84h'
      }
      /**
       * Picture, one pixel per cell
       *
       * Of the media type image/png, in the encoding binary.
       */
      preview: string
    }
  }
  /**
   * Prime numbers in a range
   *
   * Sieves the prime numbers from min_val to max_val, both included.
   */
  primes_between: {
    inputs: {
      /**
       * From
       *
       * At least 0.
       *
       * Default: 0
       */
      min_val?: number
      /**
       * To
       *
       * At most 100.
       *
       * Default: 100
       */
      max_val?: number
    }
    outputs: {
      /** Primes */
      return_value: number[]
    }
  }
  /**
   * Sleep
   *
   * Does nothing for a while, and says for how many seconds it did. With fail it wakes up half way, which is an
   * error.
   */
  sleep_a_while: {
    inputs: {
      /**
       * Seconds
       *
       * At least 0.
       *
       * Default: 10
       */
      duration?: number
      /**
       * Fail half way
       *
       * Default: false
       */
      fail?: boolean
    }
    outputs: {
      /** Seconds slept */
      return_value: number
    }
  }
  /**
   * Thumbnail of a map tile
   *
   * Draws the grid of meridians and parallels in a tile of the web mercator scheme.
   */
  tile_thumbnail: {
    inputs: {
      /**
       * Zoom
       *
       * At least 0, at most 24.
       *
       * Default: 0
       */
      zoom?: number
      /**
       * Column, from the west
       *
       * At least 0.
       *
       * Default: 0
       */
      column?: number
      /**
       * Row, from the north
       *
       * At least 0.
       *
       * Default: 0
       */
      row?: number
      /**
       * Pixels per side
       *
       * At least 8, at most 128.
       *
       * Default: 64
       */
      size?: number
    }
    outputs: {
      /**
       * Picture
       *
       * Of the media type image/png, in the encoding binary.
       */
      thumbnail: string
      /**
       * Where the tile lies
       *
       * Of the format ogc-bbox.
       */
      extent: {
        bbox: [number, number, number, number] | [number, number, number, number, number, number]
        /** Default: "http://www.opengis.net/def/crs/OGC/1.3/CRS84" */
        crs?: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84' | 'http://www.opengis.net/def/crs/OGC/0/CRS84h'
      }
    }
  }
}
