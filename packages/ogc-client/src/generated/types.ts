// Made by `npm run generate` from specs/ogc-processes/openapi.yaml. Do not edit.
import type { JsonValue as HandwrittenJsonValue } from '../types/json.ts'
import type { ProcessInputs as HandwrittenProcessInputs } from '../types/json.ts'
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
         * @description Title, description and links to the other resources. Some servers publish links that are templates or of unknown relation: the fixed paths of this document are the reliable way. `/req/core/landingpage-op`
         */
        get: operations["getCapabilities"];
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
         * Conformance classes
         * @description URIs of the conformance classes that the server claims. A hint, not a gate: servers offer more than they declare. `/req/core/conformance-op`
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
    "/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List jobs
         * @description One page of jobs, of those that match every given filter. Follow the link with relation `next` for more. Only with conformance class job-list. `/req/job-list/job-list-op`
         */
        get: operations["getJobs"];
        put?: never;
        /**
         * Prepare a job
         * @description Part 4. Keeps an execution request, which names its process, as a job that has not started: its status is `created`. `/req/job-management/create-post-op`
         */
        post: operations["createJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{jobID}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `jobID` of a job. */
                jobID: components["parameters"]["JobID"];
            };
            cookie?: never;
        };
        /**
         * Get the state of a job
         * @description Poll until `status` is an end state. `/req/core/job`
         */
        get: operations["getJob"];
        put?: never;
        post?: never;
        /**
         * Dismiss a job
         * @description Cancels a job that has not ended, or removes one that has. Whether a dismissed job stays listed is up to the server. Only with conformance class dismiss. `/req/dismiss/job-dismiss-op`
         */
        delete: operations["dismissJob"];
        options?: never;
        head?: never;
        /**
         * Change a job that has not started
         * @description Part 4. Members that are given take the place of those that the job was created with. A job that is `accepted` or `running` answers 423 `locked`. `/req/job-management/update-patch-op`
         */
        patch: operations["updateJob"];
        trace?: never;
    };
    "/jobs/{jobID}/definition": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `jobID` of a job. */
                jobID: components["parameters"]["JobID"];
            };
            cookie?: never;
        };
        /**
         * Get what a job was created with
         * @description Part 4. The body of the request that created the job, with its changes. `/req/job-management/definition-get-op`
         */
        get: operations["getJobDefinition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{jobID}/inputs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `jobID` of a job. */
                jobID: components["parameters"]["JobID"];
            };
            cookie?: never;
        };
        /**
         * Get the inputs of a job
         * @description Part 4, provenance. The inputs that the job was created or executed with. `/req/provenance/inputs-get-op`
         */
        get: operations["getJobInputs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{jobID}/results": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `jobID` of a job. */
                jobID: components["parameters"]["JobID"];
            };
            cookie?: never;
        };
        /**
         * Get the results of a job
         * @description The results of a successful job, in the form that `response` and the outputs of its execution asked for: the table at `executeProcess` holds here too. A job that has not ended answers 404 `result-not-ready`; a failed job answers the error that ended it. In version 2.0 the map is the form of several outputs; of a single one it may be asked for by `profile`. A job that was to have no outputs answers 404 `result-not-available`. `/req/core/job-results`
         */
        get: operations["getJobResults"];
        put?: never;
        /**
         * Start a job
         * @description Part 4. Starts a job that was created. `/req/job-management/start-post-op`
         */
        post: operations["startJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{jobID}/results/{outputID}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `jobID` of a job. */
                jobID: components["parameters"]["JobID"];
                /** @description The id of an output of the job's process. */
                outputID: components["parameters"]["OutputID"];
            };
            cookie?: never;
        };
        /**
         * Get one output of a job
         * @description Version 2.0. The value itself, in the media type that `Accept` and the process settle. `/req/core/job-results-async-one`
         */
        get: operations["getJobResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{jobID}/results/{outputID}/{N}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `jobID` of a job. */
                jobID: components["parameters"]["JobID"];
                /** @description The index of the value, counted from 0. */
                N: components["parameters"]["N"];
                /** @description The id of an output of the job's process. */
                outputID: components["parameters"]["OutputID"];
            };
            cookie?: never;
        };
        /**
         * Get one item of an output that is a list
         * @description Version 2.0. One value of an output with several values, in its own media type.
         */
        get: operations["getJobResultItem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/processes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List processes
         * @description One page of process summaries. Follow the link with relation `next` for more; the standard has no offset. `/req/core/process-list`
         */
        get: operations["getProcesses"];
        put?: never;
        /**
         * Deploy a process
         * @description Adds a process described by an application package or by a CWL document. `/req/deploy-replace-undeploy/deploy-post-op`
         */
        post: operations["deployProcess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/processes/{processID}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of a process. */
                processID: components["parameters"]["ProcessID"];
            };
            cookie?: never;
        };
        /**
         * Describe a process
         * @description The process with its inputs and outputs. `/req/core/process`, `/req/ogc-process-description/json-encoding`
         */
        get: operations["getProcess"];
        /**
         * Replace a process
         * @description Exchanges a deployed process for the one in the body. `/req/deploy-replace-undeploy/replace-put-op`
         */
        put: operations["replaceProcess"];
        post?: never;
        /**
         * Undeploy a process
         * @description Removes a deployed process. `/req/deploy-replace-undeploy/undeploy-delete-op`
         */
        delete: operations["undeployProcess"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/processes/{processID}/execution": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of a process. */
                processID: components["parameters"]["ProcessID"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Execute a process
         * @description Starts a process. `/req/core/process-execute-op`
         *
         *     Without `Prefer`, a process that can only run asynchronously does so and any other runs synchronously. With
         *     `Prefer: respond-async` and both modes offered, the server chooses: expect 200 and 201 alike.
         *
         *     A synchronous answer depends on `response` and on the `transmissionMode` of the outputs:
         *
         *     | `response` | outputs | answer |
         *     |---|---|---|
         *     | `raw` | one, by value | 200 in the output's own media type |
         *     | `raw` | several, by value | 200 `multipart/related`, one part per output, `Content-ID` is the output's id |
         *     | `raw` | all by reference | 204, one `Link` header per output |
         *     | `raw` | mixed | 200 `multipart/related`; a reference is a part with `Content-Location` and no body |
         *     | `document` | any | 200 `application/json`, a map from output id to value, qualified value or link |
         *
         *     An asynchronous run answers 201 and its results are at `/jobs/{jobID}/results`, by the same rules.
         *
         *     Version 2.0 has neither `response` nor `transmissionMode`. One output: 200 with the value in the media type that
         *     `Accept` and the process settle. Several: 200 `application/json`, the map, with a `Link` of relation `profile` to
         *     `https://www.opengis.net/def/profile/OGC/0/ogc-results`; `Prefer: return=minimal` asks for links in it, `return=representation`
         *     for values. `outputs: {}` asks for none: 204 without body, or a job whose results answer 404 `result-not-available`.
         */
        post: operations["executeProcess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/processes/{processID}/package": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of a process. */
                processID: components["parameters"]["ProcessID"];
            };
            cookie?: never;
        };
        /**
         * Get the package of a process
         * @description What the process was deployed from, in the media type asked for by `Accept`; a server may have encodings of its own. `/req/deploy-replace-undeploy`
         */
        get: operations["getProcessPackage"];
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
        /** @description A named parameter outside of the schema of the standard. */
        AdditionalParameter: {
            name: string;
            value: (string | number | components["schemas"]["JsonValue"][] | {
                [key: string]: components["schemas"]["JsonValue"];
            })[];
        };
        /** @description Parameters outside of the schema of the standard, with a pointer to their meaning. */
        AdditionalParameters: components["schemas"]["Metadata"] & {
            parameters?: components["schemas"]["AdditionalParameter"][];
        };
        /** @description An exception of the standard, which is a problem of RFC 7807. Its `type` starts with `http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/` (Part 2: `ogcapi-processes-2`) where the standard names it. */
        ApiError: {
            detail?: string;
            /** @description URI of this occurrence. */
            instance?: string;
            /** @description The HTTP status. */
            status?: number;
            title?: string;
            /** @description Extension of Eozilla. Lines of the server's stack trace. */
            traceback?: string[];
            /** @description URI of the kind of error. */
            type: string;
        };
        /** @description A process to deploy. Part 2, `application/ogcapppkg+json`. */
        ApplicationPackage: {
            executionUnit: components["schemas"]["ExecutionUnit"] | components["schemas"]["QualifiedValue"] | components["schemas"]["Link"] | (components["schemas"]["ExecutionUnit"] | components["schemas"]["QualifiedValue"] | components["schemas"]["Link"])[];
            processDescription?: components["schemas"]["ProcessDescription"];
        };
        /** @description A bounding box. `/req/core/process-execute-input-inline-bbox` */
        Bbox: {
            /** @description Lower corner, then upper corner, in two or three dimensions. */
            bbox: [
                number,
                number,
                number,
                number
            ] | [
                number,
                number,
                number,
                number,
                number,
                number
            ];
            crs?: components["schemas"]["CRS"];
        };
        /** @description The landing page. */
        Capabilities: {
            description?: string;
            links: components["schemas"]["Link"][];
            title?: string;
        };
        /** @description The conformance classes that the server declares. */
        ConformanceDeclaration: {
            /** @description URIs. Ignore the difference between http and https when you compare them, because the standard's drafts mix both. */
            conformsTo: string[];
        };
        /**
         * Format: uri
         * @description WGS 84 longitude, latitude; the second with ellipsoidal height.
         * @default http://www.opengis.net/def/crs/OGC/1.3/CRS84
         * @enum {string}
         */
        CRS: "http://www.opengis.net/def/crs/OGC/1.3/CRS84" | "http://www.opengis.net/def/crs/OGC/0/CRS84h";
        /** @description A document of the Common Workflow Language as JSON. */
        CwlDocument: {
            cwlVersion: string;
        } & {
            [key: string]: components["schemas"]["JsonValue"];
        };
        /**
         * @description Types of JSON values.
         * @enum {string}
         */
        DataType: "boolean" | "integer" | "number" | "string" | "array" | "object";
        /** @description What processes, inputs and outputs have in common. */
        DescriptionType: {
            additionalParameters?: components["schemas"]["AdditionalParameters"];
            description?: string;
            keywords?: string[];
            metadata?: components["schemas"]["Metadata"][];
            title?: string;
        };
        /** @description The property that distinguishes the alternatives of a schema. */
        Discriminator: {
            mapping?: {
                [key: string]: string;
            };
            propertyName: string;
        };
        /** @description The program to run, and its environment. Part 2, application package. */
        ExecutionUnit: {
            /** @description The resources that it needs. */
            config?: {
                /** @description Cores. */
                cpuMax?: number;
                /** @description Cores. */
                cpuMin?: number;
                /** @description Seconds. */
                jobTimeout?: number;
                /** @description GB. */
                memoryMax?: number;
                /** @description GB. */
                memoryMin?: number;
                /** @description GB. */
                storageOutputsMin?: number;
                /** @description GB. */
                storageTempMin?: number;
            };
            /**
             * @description The environment in which it runs.
             * @enum {string}
             */
            deployment?: "local" | "remote" | "hpc" | "cloud";
            /** @description Reference of the container image. */
            image?: string;
            /** @description `docker`, `oci`, or a type that the server knows. */
            type: string;
        };
        /** @description The form of a value. */
        Format: {
            /** @description For example `base64`. */
            encoding?: string;
            mediaType?: string;
            /** @description A schema, or its URI. */
            schema?: string | components["schemas"]["Schema"];
        };
        /** @description A value, a value with its form, or a link to a value. */
        InlineOrRefValue: components["schemas"]["InlineValue"] | components["schemas"]["QualifiedValue"] | components["schemas"]["Link"];
        /** @description A value in the document itself. Binary values are base64 text. */
        InlineValue: components["schemas"]["JsonValue"] | components["schemas"]["Bbox"];
        /** @description An input of a process. */
        InputDescription: components["schemas"]["DescriptionType"] & {
            /**
             * @description Above 1, the input takes an array of values.
             * @default 1
             */
            maxOccurs?: number | components["schemas"]["MaxOccurs"];
            /**
             * @description 0 makes the input optional.
             * @default 1
             */
            minOccurs?: number;
            schema: components["schemas"]["Schema"];
        };
        /**
         * @description `sync-execute` and `async-execute`: modes that the process can run in. `dismiss`: its jobs can be dismissed.
         * @enum {string}
         */
        JobControlOptions: "sync-execute" | "async-execute" | "dismiss";
        /** @description A prepared job. Part 4, `/req/ogcapi-processes/create-body` */
        JobDefinition: components["schemas"]["ProcessRequest"] & {
            /**
             * Format: uri-reference
             * @description URI of the process's description. A relative one counts from there, so that an id is one.
             */
            process?: string;
            /** @description `create` keeps weaver from starting the job; the standard does not name it. */
            status?: string;
        };
        /** @description The state of a job. Version 1.0 requires `jobID` and `type`, 2.0 requires `id` and `processingEntityType`; a server that speaks both sends all four. `/req/core/job-success` */
        JobInfo: {
            /** Format: date-time */
            created?: string;
            /** @description Version 2.0. */
            description?: string;
            /** @description The reason why the job failed. Version 2.0. */
            exception?: components["schemas"]["ApiError"];
            /** Format: date-time */
            finished?: string;
            /** @description The job id in version 2.0; the same as `jobID`. */
            id?: string;
            jobID?: string;
            /** @description Version 2.0. */
            keywords?: string[];
            /** @description Relation `http://www.opengis.net/def/rel/ogc/1.0/results` leads to the results. */
            links?: components["schemas"]["Link"][];
            /** @description A message for people. If the job failed, the reason. */
            message?: string;
            /** @description Version 2.0. */
            metadata?: components["schemas"]["Metadata"][];
            /** @description Present if the server has a job list. The id of the process in version 1.0, its URI in version 2.0. */
            processID?: string;
            /** @description The API that runs the job. Version 2.0. */
            processingEntityType?: string;
            /** @description The API whose profile the job follows. Version 2.0. */
            profileEntityType?: string;
            /** @description Percent. */
            progress?: number;
            /** @description The request that started the job, as text, as an object, or as a link. Version 2.0. */
            request?: string | components["schemas"]["ProcessRequest"] | components["schemas"]["Link"];
            /** Format: date-time */
            started?: string;
            /** @description accepted, running, successful, failed or dismissed; `created` in Part 4. Some servers have others. */
            status: string;
            /** @description Version 2.0. */
            title?: string;
            /** @description Extension of Eozilla. Lines of the stack trace of a failed job; on the wire of wraptile `x-traceback`. */
            traceback?: string[];
            type?: components["schemas"]["JobType"];
            /** Format: date-time */
            updated?: string;
        };
        /** @description The request of a job. Part 4, `/req/provenance/inputs-response` */
        JobInputs: {
            /** @description The inputs by id. */
            inputs: {
                [key: string]: components["schemas"]["InlineOrRefValue"] | components["schemas"]["InlineOrRefValue"][];
            };
            links?: components["schemas"]["Link"][];
            /** @description The requested outputs by id. */
            outputs?: {
                [key: string]: components["schemas"]["Output"];
            };
        };
        /** @description One page of jobs. */
        JobList: {
            jobs: components["schemas"]["JobInfo"][];
            /** @description Relations `next` and `prev` lead to other pages. */
            links: components["schemas"]["Link"][];
        };
        /** @description The results by output id. In version 2.0 an output may have an array of values, qualified values or links. */
        JobResults: {
            [key: string]: components["schemas"]["InlineOrRefValue"];
        };
        /**
         * @description `successful`, `failed` and `dismissed` end a job.
         * @enum {string}
         */
        JobStatus: "accepted" | "running" | "successful" | "failed" | "dismissed";
        /**
         * @description The only type of job that the standard names.
         * @enum {string}
         */
        JobType: "process";
        /** @description Any JSON value. */
        JsonValue: HandwrittenJsonValue;
        /** @description A web link (RFC 8288). */
        Link: {
            /** @description Body to request the target with. Version 2.0. */
            body?: components["schemas"]["JsonValue"];
            /** @description Headers to request the target with. Version 2.0. */
            headers?: {
                [key: string]: string;
            };
            /** @description Target. May be relative, and on some servers a template. */
            href: string;
            /** @description Language of the target. */
            hreflang?: string;
            /** @description Bytes of the target. Version 2.0. */
            length?: number;
            /**
             * @description How the target is requested, if not with GET. Version 2.0.
             * @enum {string}
             */
            method?: "GET" | "POST" | "PATCH" | "DELETE";
            /** @description Relation, for example `self`, `next`, `monitor`. */
            rel?: string;
            /** @description Label for people. */
            title?: string;
            /** @description Media type of the target. */
            type?: string;
        };
        /**
         * @description No upper bound.
         * @enum {string}
         */
        MaxOccurs: "unbounded";
        /** @description A pointer to more about a process, input or output. */
        Metadata: {
            href?: string;
            /** @description A URI or word for the role of the target. */
            role?: string;
            title?: string;
        };
        /** @description The requested form of an output. */
        Output: {
            format?: components["schemas"]["Format"];
            transmissionMode?: components["schemas"]["TransmissionMode"];
        };
        /** @description One output as JSON. An array of values, if it has several. */
        OutputBody: components["schemas"]["InlineOrRefValue"] | components["schemas"]["InlineOrRefValue"][];
        /** @description An output of a process. */
        OutputDescription: components["schemas"]["DescriptionType"] & {
            schema: components["schemas"]["Schema"];
        };
        /** @description A process with its inputs and outputs. */
        ProcessDescription: components["schemas"]["ProcessSummary"] & {
            /** @description Inputs by id. */
            inputs?: {
                [key: string]: components["schemas"]["InputDescription"];
            };
            /** @description Outputs by id. */
            outputs?: {
                [key: string]: components["schemas"]["OutputDescription"];
            };
        };
        /** @description Values by input id. An input that may occur more than once takes an array. `/req/core/process-execute-inputs` */
        ProcessInputs: HandwrittenProcessInputs;
        /** @description One page of processes. */
        ProcessList: {
            /** @description Relations `next` and `prev` lead to other pages. */
            links: components["schemas"]["Link"][];
            processes: components["schemas"]["ProcessSummary"][];
        };
        /** @description The execution request. `/req/core/process-execute-request` */
        ProcessRequest: {
            inputs?: components["schemas"]["ProcessInputs"];
            /** @description Requested outputs by id. Default: all. In version 2.0, an empty object means none. */
            outputs?: {
                [key: string]: components["schemas"]["Output"];
            };
            response?: components["schemas"]["ResponseType"];
            subscriber?: components["schemas"]["Subscriber"];
        };
        /** @description A process as an entry of the list. */
        ProcessSummary: components["schemas"]["DescriptionType"] & {
            id: string;
            /** @description What the server can do with the process. */
            jobControlOptions?: components["schemas"]["JobControlOptions"][];
            links?: components["schemas"]["Link"][];
            /**
             * @description Whether Part 2 may replace or undeploy the process.
             * @default true
             */
            mutable?: boolean;
            /** @description How outputs can be delivered. */
            outputTransmission?: components["schemas"]["TransmissionMode"][];
            version: string;
        };
        /** @description A value with its form. The standard wants objects wrapped like this, so that they are not taken for a link. `/req/core/process-execute-input-inline-object` */
        QualifiedValue: components["schemas"]["Format"] & {
            value: components["schemas"]["InlineValue"];
        };
        /**
         * @description `raw`: outputs in their own media types. `document`: one JSON map of all outputs.
         * @default raw
         * @enum {string}
         */
        ResponseType: "raw" | "document";
        /** @description Results as JSON: the map of all outputs, or the bare value of a single raw output. Only the request tells which. */
        ResultsBody: components["schemas"]["JobResults"] | components["schemas"]["JsonValue"];
        /** @description A JSON Schema of a value, in the dialect of OpenAPI 3.0 that the standard fixes. Servers also send newer keywords: those that change which values are valid are named here too. */
        Schema: {
            $id?: string;
            /** Format: uri-reference */
            $ref?: string;
            /** @default true */
            additionalProperties?: boolean | components["schemas"]["Schema"];
            allOf?: components["schemas"]["Schema"][];
            anyOf?: components["schemas"]["Schema"][];
            const?: components["schemas"]["JsonValue"];
            /** @description For example `base64`. */
            contentEncoding?: string;
            /** @description Media type of the value; with `contentEncoding` the value is binary. */
            contentMediaType?: string;
            /** @description URI of a schema of the decoded value. */
            contentSchema?: string;
            default?: components["schemas"]["JsonValue"];
            /** @default false */
            deprecated?: boolean;
            description?: string;
            discriminator?: components["schemas"]["Discriminator"];
            enum?: components["schemas"]["JsonValue"][];
            example?: components["schemas"]["JsonValue"];
            examples?: components["schemas"]["JsonValue"];
            /**
             * @description A flag for `maximum`. In JSON Schema 2020-12, the limit itself.
             * @default false
             */
            exclusiveMaximum?: boolean | number;
            /**
             * @description A flag for `minimum`. In JSON Schema 2020-12, the limit itself.
             * @default false
             */
            exclusiveMinimum?: boolean | number;
            format?: string;
            items?: components["schemas"]["Schema"] | components["schemas"]["Schema"][];
            maximum?: number;
            maxItems?: number;
            maxLength?: number;
            maxProperties?: number;
            minimum?: number;
            /** @default 0 */
            minItems?: number;
            /** @default 0 */
            minLength?: number;
            /** @default 0 */
            minProperties?: number;
            multipleOf?: number;
            not?: components["schemas"]["Schema"];
            /** @default false */
            nullable?: boolean;
            oneOf?: components["schemas"]["Schema"][];
            /** Format: regex */
            pattern?: string;
            properties?: {
                [key: string]: components["schemas"]["Schema"];
            };
            /** @default false */
            readOnly?: boolean;
            required?: string[];
            title?: string;
            /** @description A list of types is JSON Schema 2020-12. */
            type?: components["schemas"]["DataType"] | (components["schemas"]["DataType"] | "null")[];
            /** @default false */
            uniqueItems?: boolean;
            /** @default false */
            writeOnly?: boolean;
        };
        /** @description The addresses that the server calls, if it supports callbacks. Version 1.0 requires `successUri`, version 2.0 requires none. */
        Subscriber: {
            /**
             * Format: uri
             * @description Called on failure.
             */
            failedUri?: string;
            /**
             * Format: uri
             * @description Called on progress.
             */
            inProgressUri?: string;
            /**
             * Format: uri
             * @description Receives the results.
             */
            successUri?: string;
        };
        /**
         * @description `value`: the output itself. `reference`: a link to it.
         * @default value
         * @enum {string}
         */
        TransmissionMode: "value" | "reference";
    };
    responses: {
        /** @description A parameter or the body is wrong. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
                "application/problem+json": components["schemas"]["ApiError"];
            };
        };
        /** @description Received. */
        CallbackReceived: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Not received. The standard does not say whether the server tries again. */
        CallbackRefused: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The state of the resource does not allow this. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
                "application/problem+json": components["schemas"]["ApiError"];
            };
        };
        /** @description A process with this id already exists. `type` ends in `/duplicated-process`. */
        DuplicatedProcess: {
            headers: {
                Location: components["headers"]["ProcessLocation"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
                "application/problem+json": components["schemas"]["ApiError"];
            };
        };
        /** @description The credentials do not allow this. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
                "application/problem+json": components["schemas"]["ApiError"];
            };
        };
        /** @description The process is immutable (`immutable-process`), or the credentials do not allow this. */
        ImmutableProcess: {
            headers: {
                Location: components["headers"]["ProcessLocation"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
                "application/problem+json": components["schemas"]["ApiError"];
            };
        };
        /** @description The job has started and cannot be changed. `type` ends in `/locked`. */
        Locked: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
                "application/problem+json": components["schemas"]["ApiError"];
            };
        };
        /** @description The server does not offer this operation. */
        MethodNotAllowed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
                "application/problem+json": components["schemas"]["ApiError"];
            };
        };
        /** @description The job does not exist. `type` ends in `/no-such-job`. */
        NoSuchJob: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
                "application/problem+json": components["schemas"]["ApiError"];
                "text/html": string;
            };
        };
        /** @description There is no such job (`/no-such-job`), it has not ended (`/result-not-ready`) or, in version 2.0, it has no such output for anybody (`/result-not-available`); `type` tells which. */
        NoSuchJobOrNotReady: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
                "application/problem+json": components["schemas"]["ApiError"];
                "text/html": string;
            };
        };
        /** @description The process has no such output. `type` ends in `/no-such-output`. */
        NoSuchOutput: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
                "application/problem+json": components["schemas"]["ApiError"];
            };
        };
        /** @description The process does not exist. `type` ends in `/no-such-process`. */
        NoSuchProcess: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
                "application/problem+json": components["schemas"]["ApiError"];
                "text/html": string;
            };
        };
        /** @description The server has no representation that `Accept` allows. */
        NotAcceptable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
                "application/problem+json": components["schemas"]["ApiError"];
            };
        };
        /** @description The server does not have this. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
                "application/problem+json": components["schemas"]["ApiError"];
                "text/html": string;
            };
        };
        /** @description Any other error. */
        OtherError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
                "application/problem+json": components["schemas"]["ApiError"];
            };
        };
        /** @description The value of one output. Version 2.0. */
        OutputValue: {
            headers: {
                /** @description RFC 8288 links. */
                Link?: string;
                /** @description The number of values, if the output may have several. Each is at `/jobs/{jobID}/results/{outputID}/{N}`. */
                "OGC-Output-Values-Count"?: string;
                [name: string]: unknown;
            };
            content: {
                "*/*": string;
                "application/json": components["schemas"]["OutputBody"];
            };
        };
        /** @description The process exists. */
        ProcessDeployed: {
            headers: {
                /** @description URL of the process. */
                Location: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ProcessSummary"];
            };
        };
        /** @description Accepted, but not done yet. The standard defines no body. */
        Queued: {
            headers: {
                Location: components["headers"]["ProcessLocation"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Results that need no further request. The media type tells their form, see the table at `executeProcess`. `/req/core/process-execute-sync-document`, `/req/core/process-execute-sync-raw-value-one`, `/req/core/process-execute-sync-raw-value-multi`, `/req/core/process-execute-sync-raw-mixed-multi` */
        Results: {
            headers: {
                /** @description RFC 8288 links. Relation `monitor` leads to the job, where the server keeps one for a synchronous run. Version 2.0: relation `profile` names the form of the answer; `…/profile/OGC/0/ogc-results` is the map of outputs. */
                Link?: string;
                "Preference-Applied": components["headers"]["PreferenceApplied"];
                [name: string]: unknown;
            };
            content: {
                "*/*": string;
                "application/json": components["schemas"]["ResultsBody"];
                "multipart/related": string;
            };
        };
        /** @description All outputs are transmitted by reference. `/req/core/process-execute-sync-raw-ref` Version 2.0: there are no outputs, since none was wanted. `/req/core/process-execute-sync-outputs-empty` */
        ResultsByReference: {
            headers: {
                /** @description RFC 8288 links to the outputs. The standard does not say how a link names its output. Often the relation is the name. */
                Link?: string;
                "Preference-Applied": components["headers"]["PreferenceApplied"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The server failed. */
        ServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
                "application/problem+json": components["schemas"]["ApiError"];
                "text/html": string;
            };
        };
        /** @description The server is not available now. */
        ServiceUnavailable: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
                "application/problem+json": components["schemas"]["ApiError"];
            };
        };
        /** @description Too many requests. */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
                "application/problem+json": components["schemas"]["ApiError"];
            };
        };
        /** @description Credentials are missing or wrong. */
        Unauthorized: {
            headers: {
                /** @description How to authenticate. */
                "WWW-Authenticate"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
                "application/problem+json": components["schemas"]["ApiError"];
            };
        };
        /** @description The body is well-formed, but the server cannot do what it asks for. */
        UnprocessableContent: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
                "application/problem+json": components["schemas"]["ApiError"];
            };
        };
        /** @description The server does not accept a body of this media type. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiError"];
                "application/problem+json": components["schemas"]["ApiError"];
            };
        };
    };
    parameters: {
        /** @description An RFC 3339 instant, or an interval of two with `/` between and `..` for an open end. Compared with `created`. `/req/job-list/datetime-definition` */
        JobDatetime: string;
        /** @description The `jobID` of a job. */
        JobID: string;
        /** @description Ids of processes, repeated per value. `/req/job-list/processID-definition` */
        JobProcessIDs: string[];
        /** @description States of jobs, repeated per value. `/req/job-list/status-definition` */
        JobStatuses: string[];
        /** @description Types of job, repeated per value. `/req/job-list/type-definition` */
        JobTypes: components["schemas"]["JobType"][];
        /** @description Maximum size of a page. A server may return fewer. `/req/core/pl-limit-definition`, `/req/job-list/limit-definition` */
        Limit: number;
        /** @description Only jobs with at most this duration so far, in seconds. `/req/job-list/duration-definition` */
        MaxDuration: number;
        /** @description Only jobs with at least this duration so far, in seconds. `/req/job-list/duration-definition` */
        MinDuration: number;
        /** @description The index of the value, counted from 0. */
        N: number;
        /** @description The id of an output of the job's process. */
        OutputID: string;
        /** @description Version 2.0. Ids of the requested outputs, separated by commas. Default: all. `/req/core/job-results-param-outputs` */
        Outputs: string[];
        /**
         * @description RFC 7240 preferences: `respond-async` asks for an asynchronous run, `wait=N` names the seconds that the client is ready to wait. Version 2.0: `return=minimal` asks for links to large outputs, `return=representation` for all values in the answer itself. Some servers understand `respond-async` only when it stands alone. `/req/core/process-execute-auto-execution-mode`
         * @example respond-async
         */
        Prefer: string;
        /** @description The `id` of a process. */
        ProcessID: string;
        /** @description Version 2.0. URIs or ids of the profiles that the answer should follow, with commas between. `ogc-results` asks for the map of outputs where one output would come as its value. `/req/query-param-profile/definition` */
        Profile: string[];
        /** @description Id of the workflow to deploy, if a CWL document contains several. Default: the first. `/req/cwl/deploy-w-param` */
        Workflow: string;
    };
    requestBodies: {
        /** @description The process, as an application package or as CWL. */
        Package: {
            content: {
                "application/cwl": string;
                "application/cwl+json": components["schemas"]["CwlDocument"];
                "application/cwl+yaml": string;
                "application/ogcapppkg+json": components["schemas"]["ApplicationPackage"];
            };
        };
    };
    headers: {
        /** @description The preference that the server followed (RFC 7240). Servers should send it, but often do not. */
        PreferenceApplied: string;
        /** @description URL of the process. */
        ProcessLocation: string;
        /** @description Seconds to wait, or an HTTP date. */
        RetryAfter: string;
    };
    pathItems: never;
}
export type AdditionalParameter = components['schemas']['AdditionalParameter'];
export type AdditionalParameters = components['schemas']['AdditionalParameters'];
export type ApiError = components['schemas']['ApiError'];
export type ApplicationPackage = components['schemas']['ApplicationPackage'];
export type Bbox = components['schemas']['Bbox'];
export type Capabilities = components['schemas']['Capabilities'];
export type ConformanceDeclaration = components['schemas']['ConformanceDeclaration'];
export type CRS = components['schemas']['CRS'];
export type CwlDocument = components['schemas']['CwlDocument'];
export type DataType = components['schemas']['DataType'];
export type DescriptionType = components['schemas']['DescriptionType'];
export type Discriminator = components['schemas']['Discriminator'];
export type ExecutionUnit = components['schemas']['ExecutionUnit'];
export type Format = components['schemas']['Format'];
export type InlineOrRefValue = components['schemas']['InlineOrRefValue'];
export type InlineValue = components['schemas']['InlineValue'];
export type InputDescription = components['schemas']['InputDescription'];
export type JobControlOptions = components['schemas']['JobControlOptions'];
export type JobDefinition = components['schemas']['JobDefinition'];
export type JobInfo = components['schemas']['JobInfo'];
export type JobInputs = components['schemas']['JobInputs'];
export type JobList = components['schemas']['JobList'];
export type JobResults = components['schemas']['JobResults'];
export type JobStatus = components['schemas']['JobStatus'];
export type JobType = components['schemas']['JobType'];
export type JsonValue = components['schemas']['JsonValue'];
export type Link = components['schemas']['Link'];
export type MaxOccurs = components['schemas']['MaxOccurs'];
export type Metadata = components['schemas']['Metadata'];
export type Output = components['schemas']['Output'];
export type OutputBody = components['schemas']['OutputBody'];
export type OutputDescription = components['schemas']['OutputDescription'];
export type ProcessDescription = components['schemas']['ProcessDescription'];
export type ProcessInputs = components['schemas']['ProcessInputs'];
export type ProcessList = components['schemas']['ProcessList'];
export type ProcessRequest = components['schemas']['ProcessRequest'];
export type ProcessSummary = components['schemas']['ProcessSummary'];
export type QualifiedValue = components['schemas']['QualifiedValue'];
export type ResponseType = components['schemas']['ResponseType'];
export type ResultsBody = components['schemas']['ResultsBody'];
export type Schema = components['schemas']['Schema'];
export type Subscriber = components['schemas']['Subscriber'];
export type TransmissionMode = components['schemas']['TransmissionMode'];
export type $defs = Record<string, never>;
export interface operations {
    getCapabilities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The landing page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Capabilities"];
                    "text/html": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherError"];
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
            /** @description The declared conformance classes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConformanceDeclaration"];
                    "text/html": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherError"];
        };
    };
    getJobs: {
        parameters: {
            query?: {
                /** @description An RFC 3339 instant, or an interval of two with `/` between and `..` for an open end. Compared with `created`. `/req/job-list/datetime-definition` */
                datetime?: components["parameters"]["JobDatetime"];
                /** @description Maximum size of a page. A server may return fewer. `/req/core/pl-limit-definition`, `/req/job-list/limit-definition` */
                limit?: components["parameters"]["Limit"];
                /** @description Only jobs with at most this duration so far, in seconds. `/req/job-list/duration-definition` */
                maxDuration?: components["parameters"]["MaxDuration"];
                /** @description Only jobs with at least this duration so far, in seconds. `/req/job-list/duration-definition` */
                minDuration?: components["parameters"]["MinDuration"];
                /** @description Ids of processes, repeated per value. `/req/job-list/processID-definition` */
                processID?: components["parameters"]["JobProcessIDs"];
                /** @description States of jobs, repeated per value. `/req/job-list/status-definition` */
                status?: components["parameters"]["JobStatuses"];
                /** @description Types of job, repeated per value. `/req/job-list/type-definition` */
                type?: components["parameters"]["JobTypes"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherError"];
        };
    };
    createJob: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The process, its inputs and the requested outputs. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["JobDefinition"];
            };
        };
        responses: {
            /** @description Created, but not started. `/req/job-management/create-response-success` */
            201: {
                headers: {
                    /** @description URL of the job. */
                    Location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobInfo"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoSuchProcess"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherError"];
        };
    };
    getJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `jobID` of a job. */
                jobID: components["parameters"]["JobID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state of the job. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobInfo"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoSuchJob"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherError"];
        };
    };
    dismissJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `jobID` of a job. */
                jobID: components["parameters"]["JobID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state of the job after the dismissal. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobInfo"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoSuchJob"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherError"];
        };
    };
    updateJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `jobID` of a job. */
                jobID: components["parameters"]["JobID"];
            };
            cookie?: never;
        };
        /** @description The changes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["JobDefinition"];
            };
        };
        responses: {
            /** @description Changed. The body, if there is one, is the state of the job. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobInfo"];
                };
            };
            /** @description Changed, without a body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoSuchJob"];
            405: components["responses"]["MethodNotAllowed"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            423: components["responses"]["Locked"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherError"];
        };
    };
    getJobDefinition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `jobID` of a job. */
                jobID: components["parameters"]["JobID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The definition. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDefinition"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoSuchJob"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherError"];
        };
    };
    getJobInputs: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `jobID` of a job. */
                jobID: components["parameters"]["JobID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The inputs by id. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobInputs"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoSuchJob"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherError"];
        };
    };
    getJobResults: {
        parameters: {
            query?: {
                /** @description Version 2.0. Ids of the requested outputs, separated by commas. Default: all. `/req/core/job-results-param-outputs` */
                outputs?: components["parameters"]["Outputs"];
                /** @description Version 2.0. URIs or ids of the profiles that the answer should follow, with commas between. `ogc-results` asks for the map of outputs where one output would come as its value. `/req/query-param-profile/definition` */
                profile?: components["parameters"]["Profile"];
            };
            header?: {
                /**
                 * @description RFC 7240 preferences: `respond-async` asks for an asynchronous run, `wait=N` names the seconds that the client is ready to wait. Version 2.0: `return=minimal` asks for links to large outputs, `return=representation` for all values in the answer itself. Some servers understand `respond-async` only when it stands alone. `/req/core/process-execute-auto-execution-mode`
                 * @example respond-async
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /** @description The `jobID` of a job. */
                jobID: components["parameters"]["JobID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Results"];
            204: components["responses"]["ResultsByReference"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoSuchJobOrNotReady"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherError"];
        };
    };
    startJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `jobID` of a job. */
                jobID: components["parameters"]["JobID"];
            };
            cookie?: never;
        };
        /** @description An empty object. */
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Started. `/req/job-management/start-response` */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobInfo"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoSuchJob"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            423: components["responses"]["Locked"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherError"];
        };
    };
    getJobResult: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description RFC 7240 preferences: `respond-async` asks for an asynchronous run, `wait=N` names the seconds that the client is ready to wait. Version 2.0: `return=minimal` asks for links to large outputs, `return=representation` for all values in the answer itself. Some servers understand `respond-async` only when it stands alone. `/req/core/process-execute-auto-execution-mode`
                 * @example respond-async
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /** @description The `jobID` of a job. */
                jobID: components["parameters"]["JobID"];
                /** @description The id of an output of the job's process. */
                outputID: components["parameters"]["OutputID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OutputValue"];
            204: components["responses"]["ResultsByReference"];
            400: components["responses"]["NoSuchOutput"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoSuchJobOrNotReady"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherError"];
        };
    };
    getJobResultItem: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description RFC 7240 preferences: `respond-async` asks for an asynchronous run, `wait=N` names the seconds that the client is ready to wait. Version 2.0: `return=minimal` asks for links to large outputs, `return=representation` for all values in the answer itself. Some servers understand `respond-async` only when it stands alone. `/req/core/process-execute-auto-execution-mode`
                 * @example respond-async
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /** @description The `jobID` of a job. */
                jobID: components["parameters"]["JobID"];
                /** @description The index of the value, counted from 0. */
                N: components["parameters"]["N"];
                /** @description The id of an output of the job's process. */
                outputID: components["parameters"]["OutputID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OutputValue"];
            204: components["responses"]["ResultsByReference"];
            400: components["responses"]["NoSuchOutput"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoSuchJobOrNotReady"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherError"];
        };
    };
    getProcesses: {
        parameters: {
            query?: {
                /** @description Maximum size of a page. A server may return fewer. `/req/core/pl-limit-definition`, `/req/job-list/limit-definition` */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcessList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherError"];
        };
    };
    deployProcess: {
        parameters: {
            query?: {
                /** @description Id of the workflow to deploy, if a CWL document contains several. Default: the first. `/req/cwl/deploy-w-param` */
                w?: components["parameters"]["Workflow"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Package"];
        responses: {
            201: components["responses"]["ProcessDeployed"];
            202: components["responses"]["Queued"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ImmutableProcess"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["DuplicatedProcess"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherError"];
        };
    };
    getProcess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of a process. */
                processID: components["parameters"]["ProcessID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The description. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcessDescription"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoSuchProcess"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherError"];
        };
    };
    replaceProcess: {
        parameters: {
            query?: {
                /** @description Id of the workflow to deploy, if a CWL document contains several. Default: the first. `/req/cwl/deploy-w-param` */
                w?: components["parameters"]["Workflow"];
            };
            header?: never;
            path: {
                /** @description The `id` of a process. */
                processID: components["parameters"]["ProcessID"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Package"];
        responses: {
            /** @description Replaced. The body is the summary of the new process. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcessSummary"];
                };
            };
            201: components["responses"]["ProcessDeployed"];
            202: components["responses"]["Queued"];
            /** @description Replaced, without a body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ImmutableProcess"];
            404: components["responses"]["NoSuchProcess"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["DuplicatedProcess"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherError"];
        };
    };
    undeployProcess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of a process. */
                processID: components["parameters"]["ProcessID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ImmutableProcess"];
            404: components["responses"]["NoSuchProcess"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherError"];
        };
    };
    executeProcess: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description RFC 7240 preferences: `respond-async` asks for an asynchronous run, `wait=N` names the seconds that the client is ready to wait. Version 2.0: `return=minimal` asks for links to large outputs, `return=representation` for all values in the answer itself. Some servers understand `respond-async` only when it stands alone. `/req/core/process-execute-auto-execution-mode`
                 * @example respond-async
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /** @description The `id` of a process. */
                processID: components["parameters"]["ProcessID"];
            };
            cookie?: never;
        };
        /** @description Inputs, requested outputs and the form of the response. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProcessRequest"];
            };
        };
        responses: {
            200: components["responses"]["Results"];
            /** @description Accepted; the job runs. `/req/core/process-execute-success-async` */
            201: {
                headers: {
                    /** @description URL of the job. Relative references are against the URL of the request. */
                    Location: string;
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobInfo"];
                };
            };
            204: components["responses"]["ResultsByReference"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoSuchProcess"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherError"];
        };
    };
    getProcessPackage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of a process. */
                processID: components["parameters"]["ProcessID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The package. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                    "application/cwl": string;
                    "application/cwl+json": components["schemas"]["CwlDocument"];
                    "application/cwl+yaml": string;
                    "application/ogcapppkg+json": components["schemas"]["ApplicationPackage"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoSuchProcess"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherError"];
        };
    };
}
