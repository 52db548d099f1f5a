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
         * @description The collections of the server (/req/core/fc-md-op). The standard has no pages here.
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
         * @description What a collection holds, where it is, and in which coordinates it can be had (/req/core/sfc-md-op).
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
         * @description The classes of the standard that the server conforms to (/req/core/conformance-op).
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
        /** @description What a collection holds. */
        Collection: {
            /**
             * @description The coordinates in which its features can be had. Default only WGS 84, longitude first.
             * @example [
             *       "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
             *       "http://www.opengis.net/def/crs/EPSG/0/3857"
             *     ]
             */
            crs?: string[];
            /**
             * @description What it holds.
             * @example Rivers by name
             */
            description?: string;
            extent?: components["schemas"]["Extent"];
            /**
             * @description Its name in paths.
             * @example rivers
             */
            id: string;
            /**
             * @description What its items are. Default `feature`.
             * @example feature
             */
            itemType?: string;
            /** @description Where its features are. */
            links: components["schemas"]["Link"][];
            /** @description The coordinates in which it is stored (Part 2). */
            storageCrs?: string;
            /**
             * @description What to call it.
             * @example Rivers
             */
            title?: string;
        };
        /** @description The collections of a server. */
        CollectionList: {
            /** @description Each with its id. */
            collections: components["schemas"]["Collection"][];
            /** @description Coordinates that a collection refers to with `#/crs` (Part 2, /req/crs/fc-md-crs-list-global). */
            crs?: string[];
            /** @description Where the list is, in which forms. */
            links: components["schemas"]["Link"][];
        };
        /** @description What a server conforms to. */
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
        /** @description What went wrong (/req/core/http). */
        Exception: {
            /**
             * @description Name of the problem.
             * @example InvalidParameterValue
             */
            code: string;
            /**
             * @description What is wrong.
             * @example no such parameter
             */
            description?: string;
        };
        /** @description Where and when the features of a collection are. */
        Extent: {
            /** @description Boxes around the features; the first one is around all of them. */
            spatial?: {
                /**
                 * @description Each has four numbers, or six with heights.
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
                /** @description Coordinates of the boxes. Default WGS 84. */
                crs?: string;
            };
            /** @description Times of the features; the first interval holds all of them. */
            temporal?: {
                /** @description Each has two date-times, of which one may be null. */
                interval?: (string | null)[][];
                /** @description Calendar of the intervals. Default Gregorian. */
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
            /** @description Where it is; null where it is nowhere. */
            geometry: components["schemas"]["Geometry"] | null;
            /** @description Its name in paths. */
            id?: string | number;
            /** @description Where it is, in which forms. */
            links?: components["schemas"]["Link"][];
            /** @description What is known of it. */
            properties: {
                [key: string]: unknown;
            } | null;
            /**
             * @description Says that it is one.
             * @constant
             */
            type: "Feature";
        };
        /** @description A GeoJSON FeatureCollection (RFC 7946) with links. */
        FeaturePage: {
            /** @description At most `limit` of them. */
            features: components["schemas"]["Feature"][];
            /** @description Among them `next` where there are more features. */
            links?: components["schemas"]["Link"][];
            /**
             * @description How many features meet the filters.
             * @example 1
             */
            numberMatched?: number;
            /**
             * @description How many are on this page.
             * @example 1
             */
            numberReturned?: number;
            /** @description When it was made. */
            timeStamp?: string;
            /**
             * @description Says that it is one.
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
             * @description Says that it is one.
             * @constant
             */
            type: "GeometryCollection";
        };
        /** @description What a server says of itself. */
        LandingPage: {
            /** @description Whom to name. */
            attribution?: string;
            /**
             * @description What it offers.
             * @example Rivers and gauges
             */
            description?: string;
            /** @description Where everything else is. */
            links: components["schemas"]["Link"][];
            /**
             * @description Name of the server.
             * @example Rivers
             */
            title?: string;
        };
        /** @description A line. */
        LineString: {
            /** @description Two or more. */
            coordinates: components["schemas"]["Position"][];
            /**
             * @description Says that it is one.
             * @constant
             */
            type: "LineString";
        };
        /** @description A link (RFC 8288 as JSON). */
        Link: {
            /**
             * @description Where it leads.
             * @example https://example.com/features/collections
             */
            href: string;
            /**
             * @description Its language.
             * @example en
             */
            hreflang?: string;
            /** @description Its size in bytes. */
            length?: number;
            /**
             * @description What is there.
             * @example data
             */
            rel?: string;
            /**
             * @description What to call it.
             * @example The collections
             */
            title?: string;
            /**
             * @description Its media type.
             * @example application/json
             */
            type?: string;
        };
        /** @description Lines. */
        MultiLineString: {
            /** @description The lines. */
            coordinates: components["schemas"]["Position"][][];
            /**
             * @description Says that it is one.
             * @constant
             */
            type: "MultiLineString";
        };
        /** @description Places. */
        MultiPoint: {
            /** @description The places. */
            coordinates: components["schemas"]["Position"][];
            /**
             * @description Says that it is one.
             * @constant
             */
            type: "MultiPoint";
        };
        /** @description Areas. */
        MultiPolygon: {
            /** @description The areas. */
            coordinates: components["schemas"]["Position"][][][];
            /**
             * @description Says that it is one.
             * @constant
             */
            type: "MultiPolygon";
        };
        /** @description A place. */
        Point: {
            coordinates: components["schemas"]["Position"];
            /**
             * @description Says that it is one.
             * @constant
             */
            type: "Point";
        };
        /** @description An area. */
        Polygon: {
            /** @description Its outer ring, then its holes. */
            coordinates: components["schemas"]["Position"][][];
            /**
             * @description Says that it is one.
             * @constant
             */
            type: "Polygon";
        };
        /** @description Longitude and latitude in WGS 84, or as `crs` orders them; a height may follow. */
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
        /** @description There is no such collection or feature. */
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
        /** @description Only features that meet this box: west, south, east, north in WGS 84, or in the order of axes of `bbox-crs`; with heights, six numbers (/req/core/fc-bbox-definition). A box whose west is greater than its east crosses the antimeridian. */
        bbox: number[];
        /** @description The coordinates of `bbox`, one of those that the collection lists (Part 2, /req/crs/fc-bbox-crs-definition). */
        "bbox-crs": string;
        /**
         * @description Id of a collection.
         * @example rivers
         */
        collectionId: string;
        /** @description The coordinates of the answer, one of those that the collection lists (Part 2, /req/crs/fc-crs-definition). */
        crs: string;
        /** @description Only features of this time: an RFC 3339 date-time, or an interval of two separated by `/`, either of which may be `..` (/req/core/fc-time-definition). */
        datetime: string;
        /**
         * @description Id of a feature.
         * @example aare
         */
        featureId: string;
        /** @description Features a page; a server may give fewer (/req/core/fc-limit-definition). */
        limit: number;
    };
    requestBodies: never;
    headers: {
        /**
         * @description The coordinates of the answer, in angle brackets (Part 2, /req/crs/ogc-crs-header).
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
                /** @description Only features that meet this box: west, south, east, north in WGS 84, or in the order of axes of `bbox-crs`; with heights, six numbers (/req/core/fc-bbox-definition). A box whose west is greater than its east crosses the antimeridian. */
                bbox?: components["parameters"]["bbox"];
                /** @description The coordinates of `bbox`, one of those that the collection lists (Part 2, /req/crs/fc-bbox-crs-definition). */
                "bbox-crs"?: components["parameters"]["bbox-crs"];
                /** @description The coordinates of the answer, one of those that the collection lists (Part 2, /req/crs/fc-crs-definition). */
                crs?: components["parameters"]["crs"];
                /** @description Only features of this time: an RFC 3339 date-time, or an interval of two separated by `/`, either of which may be `..` (/req/core/fc-time-definition). */
                datetime?: components["parameters"]["datetime"];
                /** @description Features a page; a server may give fewer (/req/core/fc-limit-definition). */
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
                /** @description The coordinates of the answer, one of those that the collection lists (Part 2, /req/crs/fc-crs-definition). */
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
            /** @description The classes. */
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
