/* Made from the descriptions of processes. Do not edit. */

export type Geometry = Point | MultiPoint | LineString | MultiLineString | Polygon | MultiPolygon | GeometryCollection
/** 2 items. */
export type P = [number, number]
export type Level = 'L1C' | 'L2A'
/** At least 0. */
export type Level_2 = number

/** For `new OgcClient<Processes>({ baseUrl })`. */
export interface Processes {
  CRS: {
    inputs: {
      /**
       * CRS
       *
       * Of the format uri.
       *
       * Default: "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
       */
      value?: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84' | 'http://www.opengis.net/def/crs/EPSG/0/3857'
    }
    outputs: {
      /**
       * Of the format uri.
       *
       * Default: "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
       */
      value: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84' | 'http://www.opengis.net/def/crs/EPSG/0/3857'
    }
  }
  'GeoJSON as an object': {
    inputs: {
      /**
       * GeoJSON as an object
       *
       * Of the media type application/geo+json.
       */
      value: { [k: string]: unknown } | (object & { readonly [Symbol.iterator]?: never })
    }
    outputs: {
      /** Of the media type application/geo+json. */
      value: { [k: string]: unknown }
    }
  }
  'a multiple': {
    inputs: {
      /**
       * a multiple
       *
       * At least 1 item.
       *
       * Items: At least 0, at most 100, a multiple of 5.
       */
      value: number[]
    }
    outputs: {
      /** At least 0, at most 100, a multiple of 5. */
      value: number
    }
  }
  'a title and a description': {
    inputs: {
      /**
       * a title and a description
       *
       * From which
       *
       * it counts.
       *
       * At most 3 items.
       */
      value?: number[]
    }
    outputs: {
      /**
       * Threshold
       *
       * From which
       *
       * it counts.
       */
      value: number
    }
  }
  address: {
    inputs: {
      /**
       * address
       *
       * At most 3 items.
       *
       * Items: Of the format uri.
       */
      value?: string[]
    }
    outputs: {
      /** Of the format uri. */
      value: string
    }
  }
  'all of bounds': {
    inputs: {
      /** all of bounds */
      value?: number
    }
    outputs: {
      value: number
    }
  }
  'all of one, with words': {
    inputs: {
      /**
       * all of one, with words
       *
       * Of the field.
       */
      value: {
        kind: 'circle'
        radius: number
      }
    }
    outputs: {
      /**
       * Shape
       *
       * Of the field.
       */
      value: {
        kind: 'circle'
        radius: number
      }
    }
  }
  'all of two objects': {
    inputs: {
      /**
       * all of two objects
       *
       * At least 1 item.
       */
      value: {
        kind: 'circle'
        radius: number
        colour: string
      }[]
    }
    outputs: {
      value: {
        kind: 'circle'
        radius: number
        colour: string
      }
    }
  }
  'alternatives beside members': {
    inputs: {
      /** alternatives beside members */
      value?:
        | {
            id: string
            bbox: number[]
          }
        | {
            id: string
            tile: string
          }
    }
    outputs: {
      value:
        | {
            id: string
            bbox: number[]
          }
        | {
            id: string
            tile: string
          }
    }
  }
  'alternatives in alternatives': {
    inputs: {
      /**
       * alternatives in alternatives
       *
       * At most 3 items.
       */
      value?: ((string | number) | null)[]
    }
    outputs: {
      value: (string | number) | null
    }
  }
  'alternatives of lengths': {
    inputs: {
      /**
       * alternatives of lengths
       *
       * At most 3 items.
       */
      value?: ([number, number, number, number] | [number, number, number, number, number, number])[]
    }
    outputs: {
      value: [number, number, number, number] | [number, number, number, number, number, number]
    }
  }
  'any object': {
    inputs: {
      /**
       * any object
       *
       * At least 1 item.
       */
      value: ({ [k: string]: unknown } | (object & { readonly [Symbol.iterator]?: never }))[]
    }
    outputs: {
      value: { [k: string]: unknown }
    }
  }
  'any of two types': {
    inputs: {
      /**
       * any of two types
       *
       * At least 1 item.
       */
      value: (boolean | string[])[]
    }
    outputs: {
      value: boolean | string[]
    }
  }
  anything: {
    inputs: {
      /**
       * anything
       *
       * At most 3 items.
       */
      value?: unknown[]
    }
    outputs: {
      value: unknown
    }
  }
  'binary, as OpenAPI 3.0 has it': {
    inputs: {
      /**
       * binary, as OpenAPI 3.0 has it
       *
       * Of the format binary, of the media type image/png, in the encoding base64.
       */
      value: string
    }
    outputs: {
      /** Of the format binary, of the media type image/png, in the encoding base64. */
      value: string
    }
  }
  'bounded number': {
    inputs: {
      /**
       * bounded number
       *
       * At most 3 items.
       *
       * Items: At least -90, at most 90.
       */
      value?: number[]
    }
    outputs: {
      /** At least -90, at most 90. */
      value: number
    }
  }
  'bounding box as a format only': {
    inputs: {
      /**
       * bounding box as a format only
       *
       * Of the format ogc-bbox.
       */
      value: {
        /** West, south, east, north; or west, south, lowest, east, north, highest. */
        bbox: [number, number, number, number] | [number, number, number, number, number, number]
        /**
         * URI of the coordinate reference system.
         *
         * Default: "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
         */
        crs?: string
      }
    }
    outputs: {
      /** Of the format ogc-bbox. */
      value: {
        /** West, south, east, north; or west, south, lowest, east, north, highest. */
        bbox: [number, number, number, number] | [number, number, number, number, number, number]
        /**
         * URI of the coordinate reference system.
         *
         * Default: "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
         */
        crs?: string
      }
    }
  }
  'bounding box as four numbers': {
    inputs: {
      /**
       * bounding box as four numbers
       *
       * At most 3 items.
       *
       * Default: [[-180,-90,180,90]]
       */
      value?: [number, number, number, number][]
    }
    outputs: {
      /**
       * 4 items.
       *
       * Default: [-180,-90,180,90]
       */
      value: [number, number, number, number]
    }
  }
  'bounding box by its file': {
    inputs: {
      /** bounding box by its file */
      value?: Bbox
    }
    outputs: {
      value: Bbox
    }
  }
  'bounding box of the standard': {
    inputs: {
      /**
       * bounding box of the standard
       *
       * At least 1 item.
       *
       * Items: Of the format ogc-bbox.
       */
      value: {
        /** West, south, east, north; or west, south, lowest, east, north, highest. */
        bbox: [number, number, number, number] | [number, number, number, number, number, number]
        /**
         * URI of the coordinate reference system.
         *
         * Default: "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
         */
        crs?: string
      }[]
    }
    outputs: {
      /** Of the format ogc-bbox. */
      value: {
        /** West, south, east, north; or west, south, lowest, east, north, highest. */
        bbox: [number, number, number, number] | [number, number, number, number, number, number]
        /**
         * URI of the coordinate reference system.
         *
         * Default: "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
         */
        crs?: string
      }
    }
  }
  'closed object': {
    inputs: {
      /**
       * closed object
       *
       * At least 1 item.
       */
      value: {
        a?: string
      }[]
    }
    outputs: {
      value: {
        a?: string
      }
    }
  }
  'collection by its format': {
    inputs: {
      /**
       * collection by its format
       *
       * At least 1 item.
       *
       * Items: Of the format geojson-feature-collection.
       */
      value: {
        type: 'FeatureCollection'
        features: Feature_Input[]
        bbox?: number[]
      }[]
    }
    outputs: {
      /** Of the format geojson-feature-collection. */
      value: {
        type: 'FeatureCollection'
        features: Feature[]
        bbox?: number[]
      }
    }
  }
  'constant number': {
    inputs: {
      /** constant number */
      value: 7
    }
    outputs: {
      value: 7
    }
  }
  'constant text': {
    inputs: {
      /**
       * constant text
       *
       * At least 1 item.
       */
      value: 'WGS84'[]
    }
    outputs: {
      value: 'WGS84'
    }
  }
  coordinates: {
    inputs: {
      /**
       * coordinates
       *
       * At least 2 items, at most 3 items.
       */
      value?: number[]
    }
    outputs: {
      /** At least 2 items, at most 3 items. */
      value: number[]
    }
  }
  date: {
    inputs: {
      /**
       * date
       *
       * Of the format date.
       */
      value: string
    }
    outputs: {
      /** Of the format date. */
      value: string
    }
  }
  'date and time': {
    inputs: {
      /**
       * date and time
       *
       * Of the format date-time.
       */
      value?: string
    }
    outputs: {
      /** Of the format date-time. */
      value: string
    }
  }
  deprecated: {
    inputs: {
      /**
       * deprecated
       *
       * Use the other one.
       *
       * At least 1 item.
       */
      value: string[]
    }
    outputs: {
      /**
       * @deprecated
       * Use the other one.
       */
      value: string
    }
  }
  'empty closed object': {
    inputs: {
      /** empty closed object */
      value: { [k: string]: never }
    }
    outputs: {
      value: { [k: string]: never }
    }
  }
  'enumeration of numbers': {
    inputs: {
      /**
       * enumeration of numbers
       *
       * At least 1 item.
       */
      value: (10 | 20 | 60)[]
    }
    outputs: {
      value: 10 | 20 | 60
    }
  }
  'enumeration of objects': {
    inputs: {
      /**
       * enumeration of objects
       *
       * At most 3 items.
       */
      value?: ({ name: 'red'; band: 4 } | { name: 'nir'; band: 8 })[]
    }
    outputs: {
      value: { name: 'red'; band: 4 } | { name: 'nir'; band: 8 }
    }
  }
  'enumeration of one': {
    inputs: {
      /** enumeration of one */
      value?: 'EPSG:4326'
    }
    outputs: {
      value: 'EPSG:4326'
    }
  }
  'enumeration of texts': {
    inputs: {
      /**
       * enumeration of texts
       *
       * At most 3 items.
       */
      value?: ('nearest' | 'bilinear' | 'cubic')[]
    }
    outputs: {
      value: 'nearest' | 'bilinear' | 'cubic'
    }
  }
  'enumeration without a type': {
    inputs: {
      /** enumeration without a type */
      value: 'a' | 1 | true | null
    }
    outputs: {
      value: 'a' | 1 | true | null
    }
  }
  'exclusive bounds, 3.0': {
    inputs: {
      /**
       * exclusive bounds, 3.0
       *
       * At least 1 item.
       *
       * Items: Greater than 0, less than 1.
       */
      value: number[]
    }
    outputs: {
      /** Greater than 0, less than 1. */
      value: number
    }
  }
  'exclusive bounds, 3.1': {
    inputs: {
      /**
       * exclusive bounds, 3.1
       *
       * Greater than 0, less than 1.
       */
      value: number
    }
    outputs: {
      /** Greater than 0, less than 1. */
      value: number
    }
  }
  'explicitly open object': {
    inputs: {
      /** explicitly open object */
      value?: {
        a: number
        [k: string]: unknown
      }
    }
    outputs: {
      value: {
        a: number
        [k: string]: unknown
      }
    }
  }
  'extensions of a server': {
    inputs: {
      /** extensions of a server */
      value?: number
    }
    outputs: {
      value: number
    }
  }
  'feature by its file': {
    inputs: {
      /**
       * feature by its file
       *
       * At most 3 items.
       */
      value?: Feature_Input[]
    }
    outputs: {
      value: Feature
    }
  }
  'file in base64': {
    inputs: {
      /**
       * file in base64
       *
       * At most 3 items.
       *
       * Items: Of the media type image/tiff; application=geotiff, in the encoding base64.
       */
      value?: string[]
    }
    outputs: {
      /** Of the media type image/tiff; application=geotiff, in the encoding base64. */
      value: string
    }
  }
  'file of one of two kinds': {
    inputs: {
      /** file of one of two kinds */
      value?: string
    }
    outputs: {
      value: string
    }
  }
  'file or object': {
    inputs: {
      /**
       * file or object
       *
       * At most 3 items.
       */
      value?: (
        | string
        | {
            type: 'Coverage'
          }
      )[]
    }
    outputs: {
      value:
        | string
        | {
            type: 'Coverage'
          }
    }
  }
  'file, as OpenAPI 3.0 has it': {
    inputs: {
      /**
       * file, as OpenAPI 3.0 has it
       *
       * At least 1 item.
       *
       * Items: Of the format byte, in the encoding base64.
       */
      value: string[]
    }
    outputs: {
      /** Of the format byte, in the encoding base64. */
      value: string
    }
  }
  flag: {
    inputs: {
      /** flag */
      value: boolean
    }
    outputs: {
      value: boolean
    }
  }
  'flag with a default': {
    inputs: {
      /**
       * flag with a default
       *
       * Default: false
       */
      value?: boolean
    }
    outputs: {
      /** Default: false */
      value: boolean
    }
  }
  'geometry by its file': {
    inputs: {
      /** geometry by its file */
      value: Geometry
    }
    outputs: {
      value: Geometry
    }
  }
  'geometry by its format': {
    inputs: {
      /**
       * geometry by its format
       *
       * Of the format geojson-geometry.
       */
      value?:
        | (({ [k: string]: unknown } | (object & { readonly [Symbol.iterator]?: never })) & Point)
        | (({ [k: string]: unknown } | (object & { readonly [Symbol.iterator]?: never })) & MultiPoint)
        | (({ [k: string]: unknown } | (object & { readonly [Symbol.iterator]?: never })) & LineString)
        | (({ [k: string]: unknown } | (object & { readonly [Symbol.iterator]?: never })) & MultiLineString)
        | (({ [k: string]: unknown } | (object & { readonly [Symbol.iterator]?: never })) & Polygon)
        | (({ [k: string]: unknown } | (object & { readonly [Symbol.iterator]?: never })) & MultiPolygon)
        | (({ [k: string]: unknown } | (object & { readonly [Symbol.iterator]?: never })) & GeometryCollection)
    }
    outputs: {
      /** Of the format geojson-geometry. */
      value:
        | ({ [k: string]: unknown } & Point)
        | ({ [k: string]: unknown } & MultiPoint)
        | ({ [k: string]: unknown } & LineString)
        | ({ [k: string]: unknown } & MultiLineString)
        | ({ [k: string]: unknown } & Polygon)
        | ({ [k: string]: unknown } & MultiPolygon)
        | ({ [k: string]: unknown } & GeometryCollection)
    }
  }
  'if and then': {
    inputs: {
      /** if and then */
      value: {
        mode: 'auto' | 'fixed'
        value?: number
      }
    }
    outputs: {
      value: {
        mode: 'auto' | 'fixed'
        value?: number
      }
    }
  }
  link: {
    inputs: {
      /**
       * link
       *
       * At least 1 item.
       */
      value: {
        href: string
        type?: string | null
      }[]
    }
    outputs: {
      value: {
        href: string
        type?: string | null
      }
    }
  }
  'list of anything': {
    inputs: {
      /** list of anything */
      value: unknown[]
    }
    outputs: {
      value: unknown[]
    }
  }
  'list of choices': {
    inputs: {
      /**
       * list of choices
       *
       * At least 1 item.
       */
      value: ('red' | 'green' | 'blue')[][]
    }
    outputs: {
      value: ('red' | 'green' | 'blue')[]
    }
  }
  'list of different items': {
    inputs: {
      /**
       * list of different items
       *
       * At most 2 items.
       */
      value: string[]
    }
    outputs: {
      /** At most 2 items. */
      value: string[]
    }
  }
  'list of either': {
    inputs: {
      /** list of either */
      value: (string | number)[]
    }
    outputs: {
      value: (string | number)[]
    }
  }
  'list of four': {
    inputs: {
      /**
       * list of four
       *
       * At most 3 items.
       */
      value?: [number, number, number, number][]
    }
    outputs: {
      /** 4 items. */
      value: [number, number, number, number]
    }
  }
  'list of lists': {
    inputs: {
      /** list of lists */
      value?: [number, number][]
    }
    outputs: {
      value: [number, number][]
    }
  }
  'list of nullable items': {
    inputs: {
      /**
       * list of nullable items
       *
       * At most 3 items.
       */
      value?: (number | null)[][]
    }
    outputs: {
      value: (number | null)[]
    }
  }
  'list of numbers': {
    inputs: {
      /**
       * list of numbers
       *
       * At least 1 item.
       */
      value: number[][]
    }
    outputs: {
      value: number[]
    }
  }
  'list of references': {
    inputs: {
      /** list of references */
      value: P[]
    }
    outputs: {
      value: P[]
    }
  }
  'list of sixteen': {
    inputs: {
      /**
       * list of sixteen
       *
       * At least 1 item.
       */
      value: number[][]
    }
    outputs: {
      /** 16 items. */
      value: number[]
    }
  }
  'list that holds something': {
    inputs: {
      /**
       * list that holds something
       *
       * At most 3 items.
       */
      value?: number[][]
    }
    outputs: {
      /** At least 1 item. */
      value: number[]
    }
  }
  'list with a default': {
    inputs: {
      /**
       * list with a default
       *
       * Default: ["B04","B08"]
       */
      value?: string[]
    }
    outputs: {
      /** Default: ["B04","B08"] */
      value: string[]
    }
  }
  'list with lengths': {
    inputs: {
      /**
       * list with lengths
       *
       * At least 1 item, at most 3 items.
       */
      value?: number[]
    }
    outputs: {
      /** At least 1 item, at most 3 items. */
      value: number[]
    }
  }
  'map by patterns': {
    inputs: {
      /** map by patterns */
      value?: { [k: string]: unknown } | (object & { readonly [Symbol.iterator]?: never })
    }
    outputs: {
      value: { [k: string]: unknown }
    }
  }
  'map of numbers': {
    inputs: {
      /**
       * map of numbers
       *
       * At least 1 item.
       */
      value: {
        [k: string]: number
      }[]
    }
    outputs: {
      value: {
        [k: string]: number
      }
    }
  }
  'map of objects': {
    inputs: {
      /** map of objects */
      value: {
        [k: string]: {
          from: number
          to: number
        }
      }
    }
    outputs: {
      value: {
        [k: string]: {
          from: number
          to: number
        }
      }
    }
  }
  'member with a default': {
    inputs: {
      /** member with a default */
      value: {
        /** Default: "m" */
        unit?: string
        value: number
      }
    }
    outputs: {
      value: {
        /** Default: "m" */
        unit?: string
        value: number
      }
    }
  }
  'members that need others': {
    inputs: {
      /** members that need others */
      value?: {
        user?: string
        password?: string
      }
    }
    outputs: {
      value: {
        user?: string
        password?: string
      }
    }
  }
  'names of the language': {
    inputs: {
      /**
       * names of the language
       *
       * At least 1 item.
       */
      value: {
        'constructor': string
        'toString': number
      }[]
    }
    outputs: {
      value: {
        'constructor': string
        'toString': number
      }
    }
  }
  'nested objects': {
    inputs: {
      /**
       * nested objects
       *
       * At least 1 item.
       */
      value: {
        area: {
          km2: number
        }
      }[]
    }
    outputs: {
      value: {
        area: {
          km2: number
        }
      }
    }
  }
  not: {
    inputs: {
      /**
       * not
       *
       * At least 1 item.
       *
       * Items: At least 1 character.
       */
      value: string[]
    }
    outputs: {
      /** At least 1 character. */
      value: string
    }
  }
  'nullable by a list of types, 3.1': {
    inputs: {
      /**
       * nullable by a list of types, 3.1
       *
       * At least 1 item.
       */
      value: (number | null)[]
    }
    outputs: {
      value: number | null
    }
  }
  'nullable by an alternative': {
    inputs: {
      /** nullable by an alternative */
      value: number | null
    }
    outputs: {
      value: number | null
    }
  }
  'nullable enumeration, 3.0': {
    inputs: {
      /**
       * nullable enumeration, 3.0
       *
       * At most 3 items.
       */
      value?: ('low' | 'high' | null)[]
    }
    outputs: {
      value: 'low' | 'high' | null
    }
  }
  'nullable object, 3.0': {
    inputs: {
      /** nullable object, 3.0 */
      value?: {
        from: number
        to: number
      } | null
    }
    outputs: {
      value: {
        from: number
        to: number
      } | null
    }
  }
  'nullable text, 3.0': {
    inputs: {
      /** nullable text, 3.0 */
      value?: string | null
    }
    outputs: {
      value: string | null
    }
  }
  number: {
    inputs: {
      /** number */
      value?: number
    }
    outputs: {
      value: number
    }
  }
  'number of members': {
    inputs: {
      /** number of members */
      value: {
        [k: string]: string
      }
    }
    outputs: {
      value: {
        [k: string]: string
      }
    }
  }
  'object with members': {
    inputs: {
      /** object with members */
      value: {
        from: number
        to: number
      }
    }
    outputs: {
      value: {
        from: number
        to: number
      }
    }
  }
  'object without a type': {
    inputs: {
      /** object without a type */
      value?: {
        a: string
      }
    }
    outputs: {
      value: {
        a: string
      }
    }
  }
  'odd names': {
    inputs: {
      /**
       * odd names
       *
       * At most 3 items.
       */
      value?: {
        'a-b': string
        '1st': number
        class: boolean
        'ünïcode': string
        'with space': string
        'it\'s': string
      }[]
    }
    outputs: {
      value: {
        'a-b': string
        '1st': number
        class: boolean
        'ünïcode': string
        'with space': string
        'it\'s': string
      }
    }
  }
  'one of two types': {
    inputs: {
      /**
       * one of two types
       *
       * At most 3 items.
       */
      value?: (string | number)[]
    }
    outputs: {
      value: string | number
    }
  }
  'only null': {
    inputs: {
      /**
       * only null
       *
       * At most 3 items.
       */
      value?: null[]
    }
    outputs: {
      value: null
    }
  }
  'open by an empty schema': {
    inputs: {
      /**
       * open by an empty schema
       *
       * At most 3 items.
       */
      value?: {
        a?: number
        [k: string]: unknown
      }[]
    }
    outputs: {
      value: {
        a?: number
        [k: string]: unknown
      }
    }
  }
  'open tuple, draft 7': {
    inputs: {
      /**
       * open tuple, draft 7
       *
       * At least 1 item.
       */
      value: [string, number, ...unknown[]][]
    }
    outputs: {
      /** At least 2 items. */
      value: [string, number, ...unknown[]]
    }
  }
  'optional members': {
    inputs: {
      /**
       * optional members
       *
       * At most 3 items.
       */
      value?: {
        a?: string
        b?: boolean
      }[]
    }
    outputs: {
      value: {
        a?: string
        b?: boolean
      }
    }
  }
  'optional reference, as pydantic writes it': {
    inputs: {
      /**
       * optional reference, as pydantic writes it
       *
       * At least 1 item.
       *
       * Default: [null]
       */
      value?: (Opt | null)[]
    }
    outputs: {
      /** Default: null */
      value: Opt | null
    }
  }
  period: {
    inputs: {
      /**
       * period
       *
       * 2 items.
       *
       * Items: Of the format date.
       */
      value: [string, string]
    }
    outputs: {
      /**
       * 2 items.
       *
       * Items: Of the format date.
       */
      value: [string, string]
    }
  }
  'point by its file': {
    inputs: {
      /**
       * point by its file
       *
       * At least 1 item.
       */
      value: Point[]
    }
    outputs: {
      value: Point
    }
  }
  'read only and examples': {
    inputs: {
      /** read only and examples */
      value: string
    }
    outputs: {
      value: string
    }
  }
  'recursive reference': {
    inputs: {
      /** recursive reference */
      value?: Node
    }
    outputs: {
      value: Node
    }
  }
  'recursive root': {
    inputs: {
      /**
       * recursive root
       *
       * At most 3 items.
       */
      value?: {
        op: 'and' | 'or'
        args?: Value[]
      }[]
    }
    outputs: {
      value: {
        op: 'and' | 'or'
        args?: Value[]
      }
    }
  }
  'reference that leads nowhere': {
    inputs: {
      /** reference that leads nowhere */
      value: unknown
    }
    outputs: {
      value: unknown
    }
  }
  'reference to $defs': {
    inputs: {
      /** reference to $defs */
      value?: Range
    }
    outputs: {
      value: Range
    }
  }
  'reference to definitions': {
    inputs: {
      /**
       * reference to definitions
       *
       * At most 3 items.
       */
      value?: Level[]
    }
    outputs: {
      value: Level
    }
  }
  'reference with words': {
    inputs: {
      /**
       * reference with words
       *
       * At least 1 item.
       */
      value: Level_2[]
    }
    outputs: {
      /** Level */
      value: Level_2
    }
  }
  'remote reference': {
    inputs: {
      /** remote reference */
      value?: unknown
    }
    outputs: {
      value: unknown
    }
  }
  'required but not described': {
    inputs: {
      /**
       * required but not described
       *
       * At most 3 items.
       */
      value?: {
        name?: string
        id: unknown
      }[]
    }
    outputs: {
      value: {
        name?: string
        id: unknown
      }
    }
  }
  text: {
    inputs: {
      /** text */
      value: string
    }
    outputs: {
      value: string
    }
  }
  'text or number': {
    inputs: {
      /** text or number */
      value?: string | number
    }
    outputs: {
      value: string | number
    }
  }
  'text with a default': {
    inputs: {
      /**
       * text with a default
       *
       * At least 1 item.
       *
       * Default: ["metres"]
       */
      value?: string[]
    }
    outputs: {
      /** Default: "metres" */
      value: string
    }
  }
  'text with a pattern': {
    inputs: {
      /**
       * text with a pattern
       *
       * At most 3 items.
       *
       * Items: Of the pattern ^[A-Z]{2}$.
       */
      value?: string[]
    }
    outputs: {
      /** Of the pattern ^[A-Z]{2}$. */
      value: string
    }
  }
  'text with lengths': {
    inputs: {
      /**
       * text with lengths
       *
       * At least 2 characters, at most 4 characters.
       */
      value?: string
    }
    outputs: {
      /** At least 2 characters, at most 4 characters. */
      value: string
    }
  }
  'told apart by a member': {
    inputs: {
      /** told apart by a member */
      value:
        | {
            kind: 'circle'
            radius: number
          }
        | {
            kind: 'square'
            side: number
          }
    }
    outputs: {
      value:
        | {
            kind: 'circle'
            radius: number
          }
        | {
            kind: 'square'
            side: number
          }
    }
  }
  'tuple with a rest, 2020-12': {
    inputs: {
      /**
       * tuple with a rest, 2020-12
       *
       * At least 1 item, at most 3 items.
       */
      value?: [string, ...number[]]
    }
    outputs: {
      /** At least 1 item, at most 3 items. */
      value: [string, ...number[]]
    }
  }
  'tuple, 2020-12': {
    inputs: {
      /**
       * tuple, 2020-12
       *
       * At least 2 items.
       */
      value: [number, number]
    }
    outputs: {
      /** At least 2 items. */
      value: [number, number]
    }
  }
  'tuple, draft 7': {
    inputs: {
      /**
       * tuple, draft 7
       *
       * At most 3 items.
       */
      value?: [string, number][]
    }
    outputs: {
      /** At least 2 items. */
      value: [string, number]
    }
  }
  'unknown format': {
    inputs: {
      /**
       * unknown format
       *
       * Of the format well-known-text.
       */
      value: string
    }
    outputs: {
      /** Of the format well-known-text. */
      value: string
    }
  }
  uuid: {
    inputs: {
      /**
       * uuid
       *
       * At least 1 item.
       *
       * Items: Of the format uuid.
       */
      value: string[]
    }
    outputs: {
      /** Of the format uuid. */
      value: string
    }
  }
  'whole number': {
    inputs: {
      /** whole number */
      value?: number
    }
    outputs: {
      value: number
    }
  }
  'whole number with a format': {
    inputs: {
      /**
       * whole number with a format
       *
       * At most 3 items.
       *
       * Items: At least 1, at most 1000000, of the format int64.
       */
      value?: number[]
    }
    outputs: {
      /** At least 1, at most 1000000, of the format int64. */
      value: number
    }
  }
}

/** Of the format ogc-bbox. */
export interface Bbox {
  /** West, south, east, north; or west, south, lowest, east, north, highest. */
  bbox: [number, number, number, number] | [number, number, number, number, number, number]
  /**
   * URI of the coordinate reference system.
   *
   * Default: "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
   */
  crs?: string
}

export interface Feature_Input {
  type: 'Feature'
  geometry: Geometry | null
  properties: ({ [k: string]: unknown } | (object & { readonly [Symbol.iterator]?: never })) | null
  id?: string | number
  bbox?: number[]
}

export interface Point {
  type: 'Point'
  /** At least 2 items. */
  coordinates: number[]
  bbox?: number[]
}

export interface MultiPoint {
  type: 'MultiPoint'
  coordinates: number[][]
  bbox?: number[]
}

export interface LineString {
  type: 'LineString'
  coordinates: number[][]
  bbox?: number[]
}

export interface MultiLineString {
  type: 'MultiLineString'
  coordinates: number[][][]
  bbox?: number[]
}

export interface Polygon {
  type: 'Polygon'
  coordinates: number[][][]
  bbox?: number[]
}

export interface MultiPolygon {
  type: 'MultiPolygon'
  coordinates: number[][][][]
  bbox?: number[]
}

export interface GeometryCollection {
  type: 'GeometryCollection'
  geometries: Geometry[]
  bbox?: number[]
}

export interface Feature {
  type: 'Feature'
  geometry: Geometry | null
  properties: { [k: string]: unknown } | null
  id?: string | number
  bbox?: number[]
}

export interface Opt {
  /** Default: 1 */
  factor?: number
}

export interface Node {
  name: string
  children?: Node[]
}

export interface Value {
  op: 'and' | 'or'
  args?: Value[]
}

export interface Range {
  min: number
}
