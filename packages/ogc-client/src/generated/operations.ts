// Made by `npm run generate` from specs/ogc-processes/openapi.yaml. Do not edit.

/** What the contract says of each operation, by operationId. */
export const operations = {
  "createJob": {
    "method": "POST",
    "path": "/jobs",
    "safe": false,
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
  "deployProcess": {
    "method": "POST",
    "path": "/processes",
    "safe": false,
    "accept": [
      "application/json"
    ],
    "requestBody": {
      "required": true,
      "content": [
        "application/ogcapppkg+json",
        "application/cwl+json",
        "application/cwl",
        "application/cwl+yaml"
      ]
    },
    "parameters": {
      "path": [],
      "query": {
        "w": {
          "required": false,
          "type": "string",
          "style": "form",
          "explode": true
        }
      },
      "header": []
    }
  },
  "dismissJob": {
    "method": "DELETE",
    "path": "/jobs/{jobID}",
    "safe": false,
    "accept": [
      "application/json"
    ],
    "parameters": {
      "path": [
        "jobID"
      ],
      "query": {},
      "header": []
    }
  },
  "executeProcess": {
    "method": "POST",
    "path": "/processes/{processID}/execution",
    "safe": false,
    "accept": [
      "application/json",
      "multipart/related",
      "*/*"
    ],
    "requestBody": {
      "required": true,
      "content": [
        "application/json"
      ]
    },
    "parameters": {
      "path": [
        "processID"
      ],
      "query": {},
      "header": [
        "Prefer"
      ]
    }
  },
  "getCapabilities": {
    "method": "GET",
    "path": "/",
    "safe": true,
    "accept": [
      "application/json",
      "text/html"
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
      "application/json",
      "text/html"
    ],
    "parameters": {
      "path": [],
      "query": {},
      "header": []
    }
  },
  "getJob": {
    "method": "GET",
    "path": "/jobs/{jobID}",
    "safe": true,
    "accept": [
      "application/json"
    ],
    "parameters": {
      "path": [
        "jobID"
      ],
      "query": {},
      "header": []
    }
  },
  "getJobDefinition": {
    "method": "GET",
    "path": "/jobs/{jobID}/definition",
    "safe": true,
    "accept": [
      "application/json"
    ],
    "parameters": {
      "path": [
        "jobID"
      ],
      "query": {},
      "header": []
    }
  },
  "getJobInputs": {
    "method": "GET",
    "path": "/jobs/{jobID}/inputs",
    "safe": true,
    "accept": [
      "application/json"
    ],
    "parameters": {
      "path": [
        "jobID"
      ],
      "query": {},
      "header": []
    }
  },
  "getJobResult": {
    "method": "GET",
    "path": "/jobs/{jobID}/results/{outputID}",
    "safe": true,
    "accept": [
      "application/json",
      "*/*"
    ],
    "parameters": {
      "path": [
        "jobID",
        "outputID"
      ],
      "query": {},
      "header": [
        "Prefer"
      ]
    }
  },
  "getJobResultItem": {
    "method": "GET",
    "path": "/jobs/{jobID}/results/{outputID}/{N}",
    "safe": true,
    "accept": [
      "application/json",
      "*/*"
    ],
    "parameters": {
      "path": [
        "jobID",
        "outputID",
        "N"
      ],
      "query": {},
      "header": [
        "Prefer"
      ]
    }
  },
  "getJobResults": {
    "method": "GET",
    "path": "/jobs/{jobID}/results",
    "safe": true,
    "accept": [
      "application/json",
      "multipart/related",
      "*/*"
    ],
    "parameters": {
      "path": [
        "jobID"
      ],
      "query": {
        "outputs": {
          "required": false,
          "type": "array",
          "style": "form",
          "explode": false
        },
        "profile": {
          "required": false,
          "type": "array",
          "style": "form",
          "explode": false
        }
      },
      "header": [
        "Prefer"
      ]
    }
  },
  "getJobs": {
    "method": "GET",
    "path": "/jobs",
    "safe": true,
    "accept": [
      "application/json"
    ],
    "parameters": {
      "path": [],
      "query": {
        "type": {
          "required": false,
          "type": "array",
          "style": "form",
          "explode": true
        },
        "processID": {
          "required": false,
          "type": "array",
          "style": "form",
          "explode": true
        },
        "status": {
          "required": false,
          "type": "array",
          "style": "form",
          "explode": true
        },
        "datetime": {
          "required": false,
          "type": "string",
          "style": "form",
          "explode": true
        },
        "minDuration": {
          "required": false,
          "type": "integer",
          "style": "form",
          "explode": true
        },
        "maxDuration": {
          "required": false,
          "type": "integer",
          "style": "form",
          "explode": true
        },
        "limit": {
          "required": false,
          "type": "integer",
          "style": "form",
          "explode": true
        }
      },
      "header": []
    }
  },
  "getProcess": {
    "method": "GET",
    "path": "/processes/{processID}",
    "safe": true,
    "accept": [
      "application/json"
    ],
    "parameters": {
      "path": [
        "processID"
      ],
      "query": {},
      "header": []
    }
  },
  "getProcessPackage": {
    "method": "GET",
    "path": "/processes/{processID}/package",
    "safe": true,
    "accept": [
      "application/ogcapppkg+json",
      "application/cwl+json",
      "application/cwl",
      "application/cwl+yaml",
      "*/*"
    ],
    "parameters": {
      "path": [
        "processID"
      ],
      "query": {},
      "header": []
    }
  },
  "getProcesses": {
    "method": "GET",
    "path": "/processes",
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
        }
      },
      "header": []
    }
  },
  "replaceProcess": {
    "method": "PUT",
    "path": "/processes/{processID}",
    "safe": false,
    "accept": [
      "application/json"
    ],
    "requestBody": {
      "required": true,
      "content": [
        "application/ogcapppkg+json",
        "application/cwl+json",
        "application/cwl",
        "application/cwl+yaml"
      ]
    },
    "parameters": {
      "path": [
        "processID"
      ],
      "query": {
        "w": {
          "required": false,
          "type": "string",
          "style": "form",
          "explode": true
        }
      },
      "header": []
    }
  },
  "startJob": {
    "method": "POST",
    "path": "/jobs/{jobID}/results",
    "safe": false,
    "accept": [
      "application/json"
    ],
    "requestBody": {
      "required": false,
      "content": [
        "application/json"
      ]
    },
    "parameters": {
      "path": [
        "jobID"
      ],
      "query": {},
      "header": []
    }
  },
  "undeployProcess": {
    "method": "DELETE",
    "path": "/processes/{processID}",
    "safe": false,
    "accept": [],
    "parameters": {
      "path": [
        "processID"
      ],
      "query": {},
      "header": []
    }
  },
  "updateJob": {
    "method": "PATCH",
    "path": "/jobs/{jobID}",
    "safe": false,
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
      "path": [
        "jobID"
      ],
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
  "DELETE /jobs/{jobID}": {
    "safe": false
  },
  "POST /processes/{processID}/execution": {
    "accept": "application/json, multipart/related;q=0.9, */*;q=0.8"
  },
  "GET /jobs/{jobID}/results/{outputID}": {
    "accept": "application/json, */*;q=0.9"
  },
  "GET /jobs/{jobID}/results/{outputID}/{N}": {
    "accept": "application/json, */*;q=0.9"
  },
  "GET /jobs/{jobID}/results": {
    "accept": "application/json, multipart/related;q=0.9, */*;q=0.8",
    "join": {
      "outputs": ",",
      "profile": ","
    }
  },
  "GET /processes/{processID}/package": {
    "accept": "application/ogcapppkg+json, application/cwl+json;q=0.9, application/cwl;q=0.8, application/cwl+yaml;q=0.7, */*;q=0.6"
  },
  "DELETE /processes/{processID}": {
    "safe": false
  }
} as const
