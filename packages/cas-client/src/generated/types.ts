// Made by `npm run generate` from specs/cas/openapi.yaml. Do not edit.
import type { JsonValue as HandwrittenJsonValue } from '../types/json.ts'
export interface paths {
    "/api/v1/datasets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The datasets
         * @description One page of the datasets that pass all given filters.
         */
        get: operations["datasets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/extract": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Attributes for one geometry
         * @description Extracts attributes of one geometry from up to 50 datasets. The results come in no promised order: match them by `dataset_id`. A dataset that failed is absent, and a warning says why.
         */
        post: operations["extract"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/extract/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Attributes for many geometries
         * @description Extracts attributes of up to 1,000 geometries from up to 50 datasets. The responses keep the order of the geometries.
         */
        post: operations["batchExtract"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The providers
         * @description One page of the providers that the server knows, without their datasets.
         */
        get: operations["providers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/providers/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One provider
         * @description A provider with its datasets. The list is empty where the provider could not tell them.
         */
        get: operations["provider"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Is the service up
         * @description State of the service. Needs no key and does not count for the rate limit.
         */
        get: operations["health"];
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
        /**
         * @description How the cells of a geometry become one value. `distribution` gives shares by class.
         * @enum {string}
         */
        AggregationMethod: "mean" | "median" | "min" | "max" | "std" | "sum" | "majority" | "minority" | "unique" | "distribution";
        /** @description The attributes of one geometry. */
        AttributeResponse: {
            /** @description Milliseconds spent on this geometry. */
            elapsed_ms: number;
            /** @description Hash of the geometry, or `error` for one that failed as a whole in a batch. */
            geometry_hash: string;
            /** @description Names the extraction. Not the same as the header `X-Request-ID`. */
            request_id: string;
            /** @description One for each dataset that answered. Those from the cache come first. */
            results: components["schemas"]["AttributeResult"][];
            /** @description What went wrong or is doubtful, for people. Most begin with the id of a dataset and a colon. */
            warnings: string[];
        };
        /** @description The value of one dataset for one geometry. */
        AttributeResult: {
            /** @description How the value was made. It may differ from what was asked for. */
            aggregation: components["schemas"]["AggregationMethod"];
            /** @description How much of the geometry had data, from 0 to 1. Below 0.3 the quality is `missing`. */
            coverage_fraction: number;
            /** @description The id that was asked for. */
            dataset_id: string;
            /**
             * @description Milliseconds spent on this dataset, or what it took when the result went into the cache.
             * @default 0
             */
            elapsed_ms: number;
            /** @description How many cells the value was made of. */
            pixel_count: number;
            /**
             * @description Where the value comes from, for people. May be empty.
             * @default
             */
            provenance: string;
            /** @description Slug of the provider. */
            provider: string;
            /** @description How far to trust the value. */
            quality: components["schemas"]["QualityFlag"];
            /** @description Time of the data. It may lack a zone; null where the data has no time. */
            timestamp: string | null;
            /** @description Units of the value. */
            units: string;
            /** @description The least and the greatest plausible value, or null. */
            valid_range: [
                number,
                number
            ] | null;
            /** @description A number, shares by class for a categorical dataset, or null. Null may come with quality `good`. */
            value: number | {
                [key: string]: number;
            } | null;
            /** @description What was measured. */
            variable: string;
        };
        /** @description What to extract for many geometries. */
        BatchAttributeRequest: {
            /**
             * @description A wish: the service of today ignores it. What was done is in each result.
             * @default mean
             */
            aggregation?: components["schemas"]["AggregationMethod"];
            /** @description Ids of the form `provider:dataset`. At most 50, unless the server is told otherwise. */
            dataset_ids: string[];
            /** @description The geometries. One that is too complex does not fail the others. */
            geometries: components["schemas"]["GeoJsonGeometry"][];
            /**
             * @description Taken, and without effect.
             * @default EPSG:4326
             */
            target_crs?: string;
            /** @description The period. Null or absent leaves it to each dataset. */
            time_range?: components["schemas"]["TimeRange"] | null;
        };
        /** @description The attributes of many geometries. */
        BatchAttributeResponse: {
            /** @description Milliseconds spent on the batch. */
            elapsed_ms: number;
            /** @description Names the batch. Not the same as the header `X-Request-ID`. */
            request_id: string;
            /** @description One for each geometry, in the order of the request. */
            responses: components["schemas"]["AttributeResponse"][];
            /** @description How many geometries were asked for. */
            total_geometries: number;
            /** @description How many results all responses have together. */
            total_results: number;
        };
        /** @description Extent in degrees. */
        BoundingBox: {
            max_lat: number;
            max_lon: number;
            min_lat: number;
            min_lon: number;
        };
        /** @description The cache of results since the server started. */
        CacheStats: {
            /** @description From 0 to 1; 0 before the first request. */
            hit_rate: number;
            hits: number;
            misses: number;
            /** @description Entries now. */
            size: number;
        };
        /** @description A dataset that attributes can be extracted from. */
        Dataset: {
            /** @description Extent of the data. */
            bbox: components["schemas"]["BoundingBox"];
            /**
             * @description How to cite the data, for people. May be empty.
             * @default
             */
            citation: string;
            /**
             * @description Reference system of the data.
             * @default EPSG:4326
             */
            crs: string;
            /**
             * @description May be empty.
             * @default
             */
            description: string;
            /** @description The id to ask with: slug of the provider, a colon, a name. */
            id: string;
            /**
             * @description Terms of use, for people. May be empty.
             * @default
             */
            license: string;
            /** @description Name, for people. */
            name: string;
            /** @description How the service reads the data. */
            protocol: components["schemas"]["Protocol"];
            /** @description Slug of the provider. */
            provider: string;
            /** @description Size of a cell in metres. */
            resolution_m: number;
            /** @description Extent of the data in time. */
            temporal: components["schemas"]["TemporalExtent"];
            /** @description What the dataset has values of. */
            variables: components["schemas"]["Variable"][];
        };
        /** @description One page of datasets. */
        DatasetListResponse: {
            /** @description How many this page has. */
            count: number;
            /** @description The datasets of this page. */
            datasets: components["schemas"]["Dataset"][];
            /** @description How many were asked for. */
            limit: number;
            /** @description How many were skipped. */
            offset: number;
            /** @description How many datasets there are on all pages together. */
            total: number;
        };
        /**
         * @description Numbers or classes.
         * @enum {string}
         */
        DataType: "continuous" | "categorical";
        /** @description What went wrong. */
        ErrorInfo: {
            /** @description One entry for each fault of the request. Only with `validation_error`. */
            detail?: components["schemas"]["ValidationError"][];
            /** @description The reason, for people. */
            message: string;
            /** @description The same as the header `X-Request-ID`. */
            request_id: string;
            /** @description The kind of error, for programs. */
            type: string;
        };
        /** @description The envelope of CAS's own errors. */
        ErrorResponse: {
            error: components["schemas"]["ErrorInfo"];
        };
        /**
         * @description The kinds of errors.
         * @enum {string}
         */
        ErrorType: "internal_error" | "rate_limited" | "request_limit" | "unauthorized" | "upstream_error" | "validation_error";
        /** @description An error of the web framework below the service. */
        FrameworkError: {
            /** @description The reason, for people. */
            detail: string;
        };
        /** @description A GeoJSON geometry in longitude and latitude. No other type is taken, and no Feature. */
        GeoJsonGeometry: components["schemas"]["Point"] | components["schemas"]["Polygon"] | components["schemas"]["MultiPolygon"];
        /** @description State of the service. */
        HealthResponse: {
            cache: components["schemas"]["CacheStats"];
            /** @description How many providers the server knows. */
            providers_registered: number;
            /** @description `ok` */
            status: string;
        };
        /** @description Any JSON value. */
        JsonValue: HandwrittenJsonValue;
        /** @description A ring, closed by its first position. The service answers an open one with a warning instead of results. */
        LinearRing: components["schemas"]["Position"][];
        /** @description Several polygons as one. At most 10,000 vertices. */
        MultiPolygon: {
            coordinates: components["schemas"]["LinearRing"][][];
            /** @constant */
            type: "MultiPolygon";
        };
        /** @description One position. */
        Point: {
            coordinates: components["schemas"]["Position"];
            /** @constant */
            type: "Point";
        };
        /** @description An outer ring, then its holes. At most 10,000 vertices. */
        Polygon: {
            coordinates: components["schemas"]["LinearRing"][];
            /** @constant */
            type: "Polygon";
        };
        /** @description Longitude and latitude in degrees, WGS 84. A height may follow. */
        Position: number[];
        /**
         * @description How the service reads a dataset.
         * @enum {string}
         */
        Protocol: "wcs" | "wfs" | "stac_cog" | "opendap" | "rest" | "s3_direct";
        /** @description A provider with its datasets. */
        ProviderDetail: {
            /** @description Where the provider's data is. */
            base_url: string;
            /** @description All, or none where the provider could not tell them. */
            datasets: components["schemas"]["Dataset"][];
            /** @description Name, for people. */
            name: string;
            /** @description How the service reads the provider's data. */
            protocol: string;
            /** @description Short name, for programs. */
            slug: string;
        };
        /** @description One page of providers. */
        ProviderListResponse: {
            /** @description How many this page has. */
            count: number;
            /** @description How many were asked for. */
            limit: number;
            /** @description How many were skipped. */
            offset: number;
            /** @description The providers of this page. */
            providers: components["schemas"]["ProviderSummary"][];
            /** @description How many providers there are on all pages together. */
            total: number;
        };
        /** @description A provider without its datasets. */
        ProviderSummary: {
            /** @description Where the provider's data is. */
            base_url: string;
            /** @description Name, for people. */
            name: string;
            /** @description How the service reads the provider's data. */
            protocol: string;
            /** @description Short name, for programs. */
            slug: string;
        };
        /**
         * @description `partial` has less than 80 % coverage, `missing` less than 30 %, `suspect` lies outside the valid range.
         * @enum {string}
         */
        QualityFlag: "good" | "suspect" | "partial" | "missing" | "degraded" | "estimated";
        /** @description What to extract for one geometry. */
        StatsOnlyAttributeRequest: {
            /**
             * @description A wish: the service of today ignores it. What was done is in each result.
             * @default mean
             */
            aggregation?: components["schemas"]["AggregationMethod"];
            /** @description Ids of the form `provider:dataset`. At most 50, unless the server is told otherwise. */
            dataset_ids: string[];
            geometry: components["schemas"]["GeoJsonGeometry"];
            /**
             * @description Taken, and without effect.
             * @default EPSG:4326
             */
            target_crs?: string;
            /** @description The period. Null or absent leaves it to each dataset. */
            time_range?: components["schemas"]["TimeRange"] | null;
        };
        /** @description Extent in time. */
        TemporalExtent: {
            /** @description Last time, or null. It may lack a zone. */
            end: string | null;
            /** @description First time, or null. It may lack a zone. */
            start: string | null;
            /**
             * @description How the data changes with time.
             * @default static
             */
            temporal_type: components["schemas"]["TemporalType"];
        };
        /**
         * @description How a dataset changes with time.
         * @enum {string}
         */
        TemporalType: "static" | "annual" | "monthly" | "daily" | "hourly" | "climatology";
        /** @description A period of time. */
        TimeRange: {
            /**
             * Format: date-time
             * @description A date and time, or a date. Not before the start.
             */
            end: string;
            /**
             * Format: date-time
             * @description A date and time, or a date.
             */
            start: string;
        };
        /** @description One fault of a request. */
        ValidationError: {
            /** @description The terms of the rule that was broken. */
            ctx?: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /** @description What was sent there. */
            input: components["schemas"]["JsonValue"];
            /** @description Where: `body`, `query` or `path`, then names and positions. */
            loc: (string | number)[];
            /** @description The reason, for people. */
            msg: string;
            /** @description The kind of fault. */
            type: string;
        };
        /** @description A variable of a dataset. */
        Variable: {
            /**
             * @description Numbers or classes.
             * @default continuous
             */
            data_type: components["schemas"]["DataType"];
            /**
             * @description May be empty.
             * @default
             */
            description: string;
            /** @description What is measured. */
            name: string;
            /** @description What stands for no data, or null. */
            nodata_value: number | null;
            /** @description Units of the values. */
            units: string;
            /** @description The least and the greatest plausible value, or null. */
            valid_range: [
                number,
                number
            ] | null;
        };
    };
    responses: {
        /** @description A fault of the service, `internal_error`. The only answer without CORS headers, so opaque to a browser. */
        InternalError: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The request is malformed, `validation_error`, or asks for more than the server allows, `request_limit`. The first echoes what was sent in its `detail`, so it may be as long as the request. */
        InvalidRequest: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The base URL leads past the service. */
        NotFound: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["FrameworkError"];
            };
        };
        /** @description Too many requests within a minute, `rate_limited`. They are counted by key, or by address without a key, before the key is looked at. */
        RateLimited: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The key is missing or wrong. `unauthorized` */
        Unauthorized: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description No such provider. */
        UnknownProvider: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["FrameworkError"];
            };
        };
        /** @description The body is no text in UTF-8. Broken JSON is a 422. */
        UnreadableBody: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["FrameworkError"];
            };
        };
        /** @description A provider failed in a way that concerns the whole request, `upstream_error`. */
        UpstreamError: {
            headers: {
                "X-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description Names the request in the log of the service. A browser cannot read it, because CORS does not expose it. */
        RequestId: string;
        /** @description Seconds to wait, 1 to 60. A browser cannot read it; the message of the error has the number, too. */
        RetryAfter: number;
    };
    pathItems: never;
}
export type AggregationMethod = components['schemas']['AggregationMethod'];
export type AttributeResponse = components['schemas']['AttributeResponse'];
export type AttributeResult = components['schemas']['AttributeResult'];
export type BatchAttributeRequest = components['schemas']['BatchAttributeRequest'];
export type BatchAttributeResponse = components['schemas']['BatchAttributeResponse'];
export type BoundingBox = components['schemas']['BoundingBox'];
export type CacheStats = components['schemas']['CacheStats'];
export type Dataset = components['schemas']['Dataset'];
export type DatasetListResponse = components['schemas']['DatasetListResponse'];
export type DataType = components['schemas']['DataType'];
export type ErrorInfo = components['schemas']['ErrorInfo'];
export type ErrorResponse = components['schemas']['ErrorResponse'];
export type ErrorType = components['schemas']['ErrorType'];
export type FrameworkError = components['schemas']['FrameworkError'];
export type GeoJsonGeometry = components['schemas']['GeoJsonGeometry'];
export type HealthResponse = components['schemas']['HealthResponse'];
export type JsonValue = components['schemas']['JsonValue'];
export type LinearRing = components['schemas']['LinearRing'];
export type MultiPolygon = components['schemas']['MultiPolygon'];
export type Point = components['schemas']['Point'];
export type Polygon = components['schemas']['Polygon'];
export type Position = components['schemas']['Position'];
export type Protocol = components['schemas']['Protocol'];
export type ProviderDetail = components['schemas']['ProviderDetail'];
export type ProviderListResponse = components['schemas']['ProviderListResponse'];
export type ProviderSummary = components['schemas']['ProviderSummary'];
export type QualityFlag = components['schemas']['QualityFlag'];
export type StatsOnlyAttributeRequest = components['schemas']['StatsOnlyAttributeRequest'];
export type TemporalExtent = components['schemas']['TemporalExtent'];
export type TemporalType = components['schemas']['TemporalType'];
export type TimeRange = components['schemas']['TimeRange'];
export type ValidationError = components['schemas']['ValidationError'];
export type Variable = components['schemas']['Variable'];
export type $defs = Record<string, never>;
export interface operations {
    datasets: {
        parameters: {
            query?: {
                /** @description Only those whose extent meets this one. West, south, east and north in degrees, without exponents. */
                bbox?: string;
                /** @description Datasets per page. */
                limit?: number;
                /** @description Only those with cells of at most this size, in metres. */
                max_resolution?: number;
                /** @description Only those with cells of at least this size, in metres. */
                min_resolution?: number;
                /** @description How many datasets to skip. */
                offset?: number;
                /** @description Only those of this provider. An unknown one gives an empty page. */
                provider?: string;
                /** @description Only those that change with time in this way. */
                temporal_type?: components["schemas"]["TemporalType"];
                /** @description Only those with a variable of this name, in upper or lower case. */
                variable?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of datasets. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetListResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    extract: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What to extract. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["StatsOnlyAttributeRequest"];
            };
        };
        responses: {
            /** @description The attributes that were found. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttributeResponse"];
                };
            };
            400: components["responses"]["UnreadableBody"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamError"];
        };
    };
    batchExtract: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What to extract. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchAttributeRequest"];
            };
        };
        responses: {
            /** @description One response for each geometry. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchAttributeResponse"];
                };
            };
            400: components["responses"]["UnreadableBody"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["UpstreamError"];
        };
    };
    providers: {
        parameters: {
            query?: {
                /** @description Providers per page. */
                limit?: number;
                /** @description How many providers to skip. */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of providers. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderListResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidRequest"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    provider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The provider's short name. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The provider. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderDetail"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["UnknownProvider"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is up. */
            200: {
                headers: {
                    "X-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthResponse"];
                };
            };
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
        };
    };
}
