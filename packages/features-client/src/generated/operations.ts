// Made by `npm run generate` from specs/ogc-features/openapi.yaml. Do not edit.

/** What the contract says of each operation, by operationId. */
export const operations = {
  "getCollection": {
    "method": "GET",
    "path": "/collections/{collectionId}",
    "safe": true,
    "accept": [
      "application/json"
    ],
    "parameters": {
      "path": [
        "collectionId"
      ],
      "query": {},
      "header": []
    }
  },
  "getCollections": {
    "method": "GET",
    "path": "/collections",
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
  "getConformance": {
    "method": "GET",
    "path": "/conformance",
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
  "getFeature": {
    "method": "GET",
    "path": "/collections/{collectionId}/items/{featureId}",
    "safe": true,
    "accept": [
      "application/geo+json",
      "application/json"
    ],
    "parameters": {
      "path": [
        "collectionId",
        "featureId"
      ],
      "query": {
        "crs": {
          "required": false,
          "type": "string",
          "style": "form",
          "explode": true
        }
      },
      "header": []
    }
  },
  "getItems": {
    "method": "GET",
    "path": "/collections/{collectionId}/items",
    "safe": true,
    "accept": [
      "application/geo+json",
      "application/json"
    ],
    "parameters": {
      "path": [
        "collectionId"
      ],
      "query": {
        "limit": {
          "required": false,
          "type": "integer",
          "style": "form",
          "explode": true
        },
        "bbox": {
          "required": false,
          "type": "array",
          "style": "form",
          "explode": false
        },
        "datetime": {
          "required": false,
          "type": "string",
          "style": "form",
          "explode": true
        },
        "crs": {
          "required": false,
          "type": "string",
          "style": "form",
          "explode": true
        },
        "bbox-crs": {
          "required": false,
          "type": "string",
          "style": "form",
          "explode": true
        }
      },
      "header": []
    }
  },
  "getLandingPage": {
    "method": "GET",
    "path": "/",
    "safe": true,
    "accept": [
      "application/json"
    ],
    "parameters": {
      "path": [],
      "query": {},
      "header": []
    }
  }
} as const

/**
 * How an operation is sent where that differs from the usual: `Accept` is `application/json`, GET, HEAD, OPTIONS and DELETE are
 * safe to repeat, and an array in the query repeats its name. `join` is what stands between the items of an array instead.
 */
export const requestRules = {
  "GET /collections/{collectionId}/items/{featureId}": {
    "accept": "application/geo+json, application/json;q=0.9"
  },
  "GET /collections/{collectionId}/items": {
    "accept": "application/geo+json, application/json;q=0.9",
    "join": {
      "bbox": ","
    }
  }
} as const
