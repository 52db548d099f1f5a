// Made by `npm run generate` from specs/cas/openapi.yaml. Do not edit.

/** What the contract says of each operation, by operationId. */
export const operations = {
  "batchExtract": {
    "method": "POST",
    "path": "/api/v1/extract/batch",
    "safe": true,
    "accept": [
      "application/json"
    ],
    "requestBody": {
      "required": true,
      "content": [
        "application/json"
      ]
    },
    "parameters": {
      "path": [],
      "query": {},
      "header": []
    }
  },
  "datasets": {
    "method": "GET",
    "path": "/api/v1/datasets",
    "safe": true,
    "accept": [
      "application/json"
    ],
    "parameters": {
      "path": [],
      "query": {
        "provider": {
          "required": false,
          "type": "string",
          "style": "form",
          "explode": true
        },
        "variable": {
          "required": false,
          "type": "string",
          "style": "form",
          "explode": true
        },
        "temporal_type": {
          "required": false,
          "type": "string",
          "style": "form",
          "explode": true
        },
        "min_resolution": {
          "required": false,
          "type": "number",
          "style": "form",
          "explode": true
        },
        "max_resolution": {
          "required": false,
          "type": "number",
          "style": "form",
          "explode": true
        },
        "bbox": {
          "required": false,
          "type": "string",
          "style": "form",
          "explode": true
        },
        "limit": {
          "required": false,
          "type": "integer",
          "style": "form",
          "explode": true
        },
        "offset": {
          "required": false,
          "type": "integer",
          "style": "form",
          "explode": true
        }
      },
      "header": []
    }
  },
  "extract": {
    "method": "POST",
    "path": "/api/v1/extract",
    "safe": true,
    "accept": [
      "application/json"
    ],
    "requestBody": {
      "required": true,
      "content": [
        "application/json"
      ]
    },
    "parameters": {
      "path": [],
      "query": {},
      "header": []
    }
  },
  "health": {
    "method": "GET",
    "path": "/health",
    "safe": true,
    "accept": [
      "application/json"
    ],
    "parameters": {
      "path": [],
      "query": {},
      "header": []
    }
  },
  "provider": {
    "method": "GET",
    "path": "/api/v1/providers/{slug}",
    "safe": true,
    "accept": [
      "application/json"
    ],
    "parameters": {
      "path": [
        "slug"
      ],
      "query": {},
      "header": []
    }
  },
  "providers": {
    "method": "GET",
    "path": "/api/v1/providers",
    "safe": true,
    "accept": [
      "application/json"
    ],
    "parameters": {
      "path": [],
      "query": {
        "limit": {
          "required": false,
          "type": "integer",
          "style": "form",
          "explode": true
        },
        "offset": {
          "required": false,
          "type": "integer",
          "style": "form",
          "explode": true
        }
      },
      "header": []
    }
  }
} as const

/**
 * How an operation is sent where that differs from the usual: `Accept` is `application/json`, GET, HEAD, OPTIONS and DELETE are
 * safe to repeat, and an array in the query repeats its name. `join` is what stands between the items of an array instead.
 */
export const requestRules = {
  "POST /api/v1/extract/batch": {
    "safe": true
  },
  "POST /api/v1/extract": {
    "safe": true
  }
} as const
