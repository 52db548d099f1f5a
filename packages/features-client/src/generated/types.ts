// Made by `npm run generate` from specs/ogc-features/openapi.yaml. Do not edit.
export interface paths {
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Landing page
         * @description Title, description and links to the other resources (/req/core/root-op).
         */
        get: operations["getLandingPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All collections
         * @description The collections of the server (/req/core/fc-md-op). This list has no pages.
         */
        get: operations["getCollections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/{collectionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A collection
         * @description A collection with its extent and its coordinate systems (/req/core/sfc-md-op).
         */
        get: operations["getCollection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/{collectionId}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A page of features
         * @description Features of a collection that meet all filters (/req/core/fc-op). A page that is not the last one links to the next with the relation `next` (/req/core/fc-links).
         */
        get: operations["getItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/{collectionId}/items/{featureId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A feature
         * @description One feature of a collection (/req/core/f-op).
         */
        get: operations["getFeature"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conformance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Conformance declaration
         * @description The conformance classes that the server declares (/req/core/conformance-op).
         */
        get: operations["getConformance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description The description of a collection. */
        Collection: {
            /**
             * @description The coordinate systems that can be requested. Default: only WGS 84, longitude first.
             * @example [
             *       "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
             *       "http://www.opengis.net/def/crs/EPSG/0/3857"
             *     ]
             */
            crs?: string[];
            /**
             * @description A description of the collection.
             * @example Rivers by name
             */
            description?: string;
            extent?: components["schemas"]["Extent"];
            /**
             * @description The id of the collection in paths.
             * @example rivers
             */
            id: string;
            /**
             * @description The kind of items. Default: `feature`.
             * @example feature
             */
            itemType?: string;
            /** @description Links, among them one to the features. */
            links: components["schemas"]["Link"][];
            /** @description The coordinate system of the stored features (Part 2). */
            storageCrs?: string;
            /**
             * @description The title of the collection.
             * @example Rivers
             */
            title?: string;
        };
        /** @description The collections of a server. */
        CollectionList: {
            /** @description The collections, each with its id. */
            collections: components["schemas"]["Collection"][];
            /** @description The coordinate systems that a collection refers to with `#/crs` (Part 2, /req/crs/fc-md-crs-list-global). */
            crs?: string[];
            /** @description Links to other forms of the list. */
            links: components["schemas"]["Link"][];
        };
        /** @description The conformance declaration of a server. */
        ConformanceDeclaration: {
            /**
             * @description URIs of conformance classes.
             * @example [
             *       "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
             *       "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
             *       "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs"
             *     ]
             */
            conformsTo: string[];
        };
        /** @description The explanation of an error (/req/core/http). */
        Exception: {
            /**
             * @description The name of the error.
             * @example InvalidParameterValue
             */
            code: string;
            /**
             * @description The explanation.
             * @example no such parameter
             */
            description?: string;
        };
        /** @description The spatial and temporal extent of a collection. */
        Extent: {
            /** @description Bounding boxes. The first one contains all features. */
            spatial?: {
                /**
                 * @description Four numbers, or six with heights.
                 * @example [
                 *       [
                 *         5.9,
                 *         45.8,
                 *         10.5,
                 *         47.9
                 *       ]
                 *     ]
                 */
                bbox?: number[][];
                /** @description The coordinate system of the boxes. Default: WGS 84. */
                crs?: string;
            };
            /** @description Time intervals. The first one contains all features. */
            temporal?: {
                /** @description Two date-times. Null means that the interval is open. */
                interval?: (string | null)[][];
                /** @description The calendar of the intervals. Default: Gregorian. */
                trs?: string;
            };
        };
        /**
         * @description A GeoJSON Feature (RFC 7946).
         * @example {
         *       "type": "Feature",
         *       "id": "aare",
         *       "geometry": {
         *         "type": "LineString",
         *         "coordinates": [
         *           [
         *             8.2,
         *             46.6
         *           ],
         *           [
         *             7.4,
         *             46.9
         *           ],
         *           [
         *             8.2,
         *             47.6
         *           ]
         *         ]
         *       },
         *       "properties": {
         *         "name": "Aare"
         *       }
         *     }
         */
        Feature: {
            /** @description The geometry; null if the feature has no location. */
            geometry: components["schemas"]["Geometry"] | null;
            /** @description The id of the feature in paths. */
            id?: string | number;
            /** @description Links to other forms of the feature. */
            links?: components["schemas"]["Link"][];
            /** @description The attributes of the feature. */
            properties: {
                [key: string]: unknown;
            } | null;
            /**
             * @description The GeoJSON type.
             * @constant
             */
            type: "Feature";
        };
        /** @description A GeoJSON FeatureCollection (RFC 7946) with links. */
        FeaturePage: {
            /** @description The features, at most `limit`. */
            features: components["schemas"]["Feature"][];
            /** @description Links, among them `next` if there are more features. */
            links?: components["schemas"]["Link"][];
            /**
             * @description The number of features that match the filters.
             * @example 1
             */
            numberMatched?: number;
            /**
             * @description The number of features on this page.
             * @example 1
             */
            numberReturned?: number;
            /** @description The time of the response. */
            timeStamp?: string;
            /**
             * @description The GeoJSON type.
             * @constant
             */
            type: "FeatureCollection";
        };
        /** @description A GeoJSON geometry. */
        Geometry: components["schemas"]["Point"] | components["schemas"]["MultiPoint"] | components["schemas"]["LineString"] | components["schemas"]["MultiLineString"] | components["schemas"]["Polygon"] | components["schemas"]["MultiPolygon"] | components["schemas"]["GeometryCollection"];
        /** @description Geometries of any kind. */
        GeometryCollection: {
            /** @description The geometries. */
            geometries: components["schemas"]["Geometry"][];
            /**
             * @description The GeoJSON type.
             * @constant
             */
            type: "GeometryCollection";
        };
        /** @description The landing page, with the server's description of itself. */
        LandingPage: {
            /** @description The source to credit. */
            attribution?: string;
            /**
             * @description A description of the server.
             * @example Rivers and gauges
             */
            description?: string;
            /** @description Links to the other resources. */
            links: components["schemas"]["Link"][];
            /**
             * @description The name of the server.
             * @example Rivers
             */
            title?: string;
        };
        /** @description A line. */
        LineString: {
            /** @description Two or more positions. */
            coordinates: components["schemas"]["Position"][];
            /**
             * @description The GeoJSON type.
             * @constant
             */
            type: "LineString";
        };
        /** @description A link (RFC 8288 as JSON). */
        Link: {
            /**
             * @description The target.
             * @example https://example.com/features/collections
             */
            href: string;
            /**
             * @description The language of the target.
             * @example en
             */
            hreflang?: string;
            /** @description The size of the target in bytes. */
            length?: number;
            /**
             * @description The relation.
             * @example data
             */
            rel?: string;
            /**
             * @description A label for the link.
             * @example The collections
             */
            title?: string;
            /**
             * @description The media type of the target.
             * @example application/json
             */
            type?: string;
        };
        /** @description Several lines. */
        MultiLineString: {
            /** @description The lines. */
            coordinates: components["schemas"]["Position"][][];
            /**
             * @description The GeoJSON type.
             * @constant
             */
            type: "MultiLineString";
        };
        /** @description Several positions. */
        MultiPoint: {
            /** @description The positions. */
            coordinates: components["schemas"]["Position"][];
            /**
             * @description The GeoJSON type.
             * @constant
             */
            type: "MultiPoint";
        };
        /** @description Several areas. */
        MultiPolygon: {
            /** @description The areas. */
            coordinates: components["schemas"]["Position"][][][];
            /**
             * @description The GeoJSON type.
             * @constant
             */
            type: "MultiPolygon";
        };
        /** @description A position. */
        Point: {
            coordinates: components["schemas"]["Position"];
            /**
             * @description The GeoJSON type.
             * @constant
             */
            type: "Point";
        };
        /** @description An area. */
        Polygon: {
            /** @description The outer ring, then the holes. */
            coordinates: components["schemas"]["Position"][][];
            /**
             * @description The GeoJSON type.
             * @constant
             */
            type: "Polygon";
        };
        /** @description Longitude and latitude in WGS 84, or in the axis order of `crs`; then optionally a height. */
        Position: number[];
    };
    responses: {
        /** @description The server has a problem. */
        Failed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Exception"];
                "application/problem+json": components["schemas"]["Exception"];
            };
        };
        /** @description A parameter is unknown or has a wrong value (/req/core/query-param-unknown, /req/core/query-param-invalid). */
        InvalidParameter: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Exception"];
                "application/problem+json": components["schemas"]["Exception"];
            };
        };
        /** @description The collection or feature does not exist. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Exception"];
                "application/problem+json": components["schemas"]["Exception"];
            };
        };
        /** @description The request is refused. */
        Refused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Exception"];
                "application/problem+json": components["schemas"]["Exception"];
            };
        };
    };
    parameters: {
        /** @description Only features that overlap this box: west, south, east, north in WGS 84, or in the axis order of `bbox-crs`; six numbers with heights (/req/core/fc-bbox-definition). If the box crosses the antimeridian, west is greater than east. */
        bbox: number[];
        /** @description The coordinate system of `bbox`, from those that the collection lists (Part 2, /req/crs/fc-bbox-crs-definition). */
        "bbox-crs": string;
        /**
         * @description Id of a collection.
         * @example rivers
         */
        collectionId: string;
        /** @description The coordinate system of the response, from those that the collection lists (Part 2, /req/crs/fc-crs-definition). */
        crs: string;
        /** @description Only features that overlap this time: an RFC 3339 date-time, or two separated by `/`, of which either may be `..` (/req/core/fc-time-definition). */
        datetime: string;
        /**
         * @description Id of a feature.
         * @example aare
         */
        featureId: string;
        /** @description The page size; a server may return fewer features (/req/core/fc-limit-definition). */
        limit: number;
    };
    requestBodies: never;
    headers: {
        /**
         * @description The coordinate system of the response, in angle brackets (Part 2, /req/crs/ogc-crs-header).
         * @example <http://www.opengis.net/def/crs/OGC/1.3/CRS84>
         */
        "Content-Crs": string;
    };
    pathItems: never;
}
export type Collection = components['schemas']['Collection'];
export type CollectionList = components['schemas']['CollectionList'];
export type ConformanceDeclaration = components['schemas']['ConformanceDeclaration'];
export type Exception = components['schemas']['Exception'];
export type Extent = components['schemas']['Extent'];
export type Feature = components['schemas']['Feature'];
export type FeaturePage = components['schemas']['FeaturePage'];
export type Geometry = components['schemas']['Geometry'];
export type GeometryCollection = components['schemas']['GeometryCollection'];
export type LandingPage = components['schemas']['LandingPage'];
export type LineString = components['schemas']['LineString'];
export type Link = components['schemas']['Link'];
export type MultiLineString = components['schemas']['MultiLineString'];
export type MultiPoint = components['schemas']['MultiPoint'];
export type MultiPolygon = components['schemas']['MultiPolygon'];
export type Point = components['schemas']['Point'];
export type Polygon = components['schemas']['Polygon'];
export type Position = components['schemas']['Position'];
export type $defs = Record<string, never>;
export interface operations {
    getLandingPage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
            /** @description The landing page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LandingPage"];
                };
            };
        };
    };
    getCollections: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
            /** @description The collections. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionList"];
                };
            };
        };
    };
    getCollection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of a collection.
                 * @example rivers
                 */
                collectionId: components["parameters"]["collectionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
            /** @description The collection. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collection"];
                };
            };
            404: components["responses"]["NotFound"];
        };
    };
    getItems: {
        parameters: {
            query?: {
                /** @description Only features that overlap this box: west, south, east, north in WGS 84, or in the axis order of `bbox-crs`; six numbers with heights (/req/core/fc-bbox-definition). If the box crosses the antimeridian, west is greater than east. */
                bbox?: components["parameters"]["bbox"];
                /** @description The coordinate system of `bbox`, from those that the collection lists (Part 2, /req/crs/fc-bbox-crs-definition). */
                "bbox-crs"?: components["parameters"]["bbox-crs"];
                /** @description The coordinate system of the response, from those that the collection lists (Part 2, /req/crs/fc-crs-definition). */
                crs?: components["parameters"]["crs"];
                /** @description Only features that overlap this time: an RFC 3339 date-time, or two separated by `/`, of which either may be `..` (/req/core/fc-time-definition). */
                datetime?: components["parameters"]["datetime"];
                /** @description The page size; a server may return fewer features (/req/core/fc-limit-definition). */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of a collection.
                 * @example rivers
                 */
                collectionId: components["parameters"]["collectionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
            /** @description The features. */
            200: {
                headers: {
                    "Content-Crs": components["headers"]["Content-Crs"];
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["FeaturePage"];
                    "application/json": components["schemas"]["FeaturePage"];
                };
            };
            400: components["responses"]["InvalidParameter"];
            404: components["responses"]["NotFound"];
        };
    };
    getFeature: {
        parameters: {
            query?: {
                /** @description The coordinate system of the response, from those that the collection lists (Part 2, /req/crs/fc-crs-definition). */
                crs?: components["parameters"]["crs"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of a collection.
                 * @example rivers
                 */
                collectionId: components["parameters"]["collectionId"];
                /**
                 * @description Id of a feature.
                 * @example aare
                 */
                featureId: components["parameters"]["featureId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
            /** @description The feature. */
            200: {
                headers: {
                    "Content-Crs": components["headers"]["Content-Crs"];
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["Feature"];
                    "application/json": components["schemas"]["Feature"];
                };
            };
            400: components["responses"]["InvalidParameter"];
            404: components["responses"]["NotFound"];
        };
    };
    getConformance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
            /** @description The conformance classes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConformanceDeclaration"];
                };
            };
        };
    };
}
