// Made by `npm run generate` from specs/ogc-features/openapi.yaml. Do not edit.

/** What a mock says and refuses, by operationId: parameters of the contract, and answers made of its examples. */
export const mockData = {
  "getCollection": {
    "method": "GET",
    "path": "/collections/{collectionId}",
    "query": {},
    "answer": {
      "status": 200,
      "type": "application/json",
      "body": {
        "id": "rivers",
        "title": "Rivers",
        "description": "Rivers by name",
        "links": [
          {
            "href": "https://example.com/features/collections",
            "rel": "data",
            "type": "application/json",
            "hreflang": "en",
            "title": "The collections",
            "length": 0
          }
        ],
        "extent": {
          "spatial": {
            "bbox": [
              [
                5.9,
                45.8,
                10.5,
                47.9
              ]
            ],
            "crs": "string"
          },
          "temporal": {
            "interval": [
              [
                "string"
              ]
            ],
            "trs": "string"
          }
        },
        "itemType": "feature",
        "crs": [
          "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
          "http://www.opengis.net/def/crs/EPSG/0/3857"
        ],
        "storageCrs": "string"
      }
    },
    "refusal": {
      "status": 404,
      "type": "application/json",
      "body": {
        "code": "InvalidParameterValue",
        "description": "no such parameter"
      }
    }
  },
  "getCollections": {
    "method": "GET",
    "path": "/collections",
    "query": {},
    "answer": {
      "status": 200,
      "type": "application/json",
      "body": {
        "links": [
          {
            "href": "https://example.com/features/collections",
            "rel": "data",
            "type": "application/json",
            "hreflang": "en",
            "title": "The collections",
            "length": 0
          }
        ],
        "collections": [
          {
            "id": "rivers",
            "title": "Rivers",
            "description": "Rivers by name",
            "links": [
              {
                "href": "https://example.com/features/collections",
                "rel": "data",
                "type": "application/json",
                "hreflang": "en",
                "title": "The collections",
                "length": 0
              }
            ],
            "extent": {
              "spatial": {
                "bbox": [
                  [
                    5.9,
                    45.8,
                    10.5,
                    47.9
                  ]
                ],
                "crs": "string"
              },
              "temporal": {
                "interval": [
                  [
                    "string"
                  ]
                ],
                "trs": "string"
              }
            },
            "itemType": "feature",
            "crs": [
              "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
              "http://www.opengis.net/def/crs/EPSG/0/3857"
            ],
            "storageCrs": "string"
          }
        ],
        "crs": [
          "string"
        ]
      }
    },
    "refusal": {
      "status": 400,
      "type": "application/json",
      "body": {
        "code": "InvalidParameterValue",
        "description": "no such parameter"
      }
    }
  },
  "getConformance": {
    "method": "GET",
    "path": "/conformance",
    "query": {},
    "answer": {
      "status": 200,
      "type": "application/json",
      "body": {
        "conformsTo": [
          "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
          "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
          "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs"
        ]
      }
    },
    "refusal": {
      "status": 400,
      "type": "application/json",
      "body": {
        "code": "InvalidParameterValue",
        "description": "no such parameter"
      }
    }
  },
  "getFeature": {
    "method": "GET",
    "path": "/collections/{collectionId}/items/{featureId}",
    "query": {
      "crs": {
        "schema": {
          "type": "string"
        }
      }
    },
    "answer": {
      "status": 200,
      "type": "application/geo+json",
      "body": {
        "type": "Feature",
        "id": "aare",
        "geometry": {
          "type": "LineString",
          "coordinates": [
            [
              8.2,
              46.6
            ],
            [
              7.4,
              46.9
            ],
            [
              8.2,
              47.6
            ]
          ]
        },
        "properties": {
          "name": "Aare"
        }
      }
    },
    "refusal": {
      "status": 400,
      "type": "application/json",
      "body": {
        "code": "InvalidParameterValue",
        "description": "no such parameter"
      }
    }
  },
  "getItems": {
    "method": "GET",
    "path": "/collections/{collectionId}/items",
    "query": {
      "limit": {
        "schema": {
          "type": "integer",
          "minimum": 1,
          "maximum": 10000
        }
      },
      "bbox": {
        "join": ",",
        "schema": {
          "type": "array",
          "minItems": 4,
          "maxItems": 6,
          "items": {
            "type": "number"
          }
        }
      },
      "datetime": {
        "schema": {
          "type": "string"
        }
      },
      "crs": {
        "schema": {
          "type": "string"
        }
      },
      "bbox-crs": {
        "schema": {
          "type": "string"
        }
      }
    },
    "answer": {
      "status": 200,
      "type": "application/geo+json",
      "body": {
        "type": "FeatureCollection",
        "numberMatched": 3,
        "numberReturned": 3,
        "links": [],
        "features": [
          {
            "type": "Feature",
            "id": "aare",
            "geometry": {
              "type": "LineString",
              "coordinates": [
                [
                  8.2,
                  46.6
                ],
                [
                  7.4,
                  46.9
                ],
                [
                  8.2,
                  47.6
                ]
              ]
            },
            "properties": {
              "name": "Aare",
              "since": "1904-01-01T00:00:00Z"
            }
          },
          {
            "type": "Feature",
            "id": "inn",
            "geometry": {
              "type": "LineString",
              "coordinates": [
                [
                  9.7,
                  46.4
                ],
                [
                  10.4,
                  46.9
                ]
              ]
            },
            "properties": {
              "name": "Inn",
              "since": "1918-01-01T00:00:00Z"
            }
          },
          {
            "type": "Feature",
            "id": "rhone",
            "geometry": {
              "type": "LineString",
              "coordinates": [
                [
                  8.4,
                  46.6
                ],
                [
                  6.2,
                  46.2
                ]
              ]
            },
            "properties": {
              "name": "Rhone",
              "since": "1904-06-01T00:00:00Z"
            }
          }
        ]
      },
      "examples": {
        "rivers": {
          "type": "FeatureCollection",
          "numberMatched": 3,
          "numberReturned": 3,
          "links": [],
          "features": [
            {
              "type": "Feature",
              "id": "aare",
              "geometry": {
                "type": "LineString",
                "coordinates": [
                  [
                    8.2,
                    46.6
                  ],
                  [
                    7.4,
                    46.9
                  ],
                  [
                    8.2,
                    47.6
                  ]
                ]
              },
              "properties": {
                "name": "Aare",
                "since": "1904-01-01T00:00:00Z"
              }
            },
            {
              "type": "Feature",
              "id": "inn",
              "geometry": {
                "type": "LineString",
                "coordinates": [
                  [
                    9.7,
                    46.4
                  ],
                  [
                    10.4,
                    46.9
                  ]
                ]
              },
              "properties": {
                "name": "Inn",
                "since": "1918-01-01T00:00:00Z"
              }
            },
            {
              "type": "Feature",
              "id": "rhone",
              "geometry": {
                "type": "LineString",
                "coordinates": [
                  [
                    8.4,
                    46.6
                  ],
                  [
                    6.2,
                    46.2
                  ]
                ]
              },
              "properties": {
                "name": "Rhone",
                "since": "1904-06-01T00:00:00Z"
              }
            }
          ]
        },
        "catchments": {
          "type": "FeatureCollection",
          "numberMatched": 5,
          "numberReturned": 5,
          "links": [],
          "features": [
            {
              "type": "Feature",
              "id": 1,
              "geometry": {
                "type": "Polygon",
                "coordinates": [
                  [
                    [
                      7.5,
                      46.8
                    ],
                    [
                      8,
                      46.8
                    ],
                    [
                      8,
                      47.3
                    ],
                    [
                      7.5,
                      47.3
                    ],
                    [
                      7.5,
                      46.8
                    ]
                  ]
                ]
              },
              "properties": {
                "name": "Emme"
              }
            },
            {
              "type": "Feature",
              "id": 2,
              "geometry": {
                "type": "Polygon",
                "coordinates": [
                  [
                    [
                      9,
                      47.3
                    ],
                    [
                      9.5,
                      47.3
                    ],
                    [
                      9.5,
                      47.8
                    ],
                    [
                      9,
                      47.8
                    ],
                    [
                      9,
                      47.3
                    ]
                  ]
                ]
              },
              "properties": {
                "name": "Thur"
              }
            },
            {
              "type": "Feature",
              "id": 3,
              "geometry": {
                "type": "Polygon",
                "coordinates": [
                  [
                    [
                      7.2,
                      46.7
                    ],
                    [
                      7.7,
                      46.7
                    ],
                    [
                      7.7,
                      47.2
                    ],
                    [
                      7.2,
                      47.2
                    ],
                    [
                      7.2,
                      46.7
                    ]
                  ]
                ]
              },
              "properties": {
                "name": "Sense"
              }
            },
            {
              "type": "Feature",
              "id": 4,
              "geometry": {
                "type": "Polygon",
                "coordinates": [
                  [
                    [
                      8.5,
                      46.2
                    ],
                    [
                      9,
                      46.2
                    ],
                    [
                      9,
                      46.7
                    ],
                    [
                      8.5,
                      46.7
                    ],
                    [
                      8.5,
                      46.2
                    ]
                  ]
                ]
              },
              "properties": {
                "name": "Maggia"
              }
            },
            {
              "type": "Feature",
              "id": 5,
              "geometry": {
                "type": "Polygon",
                "coordinates": [
                  [
                    [
                      6.8,
                      46.6
                    ],
                    [
                      7.3,
                      46.6
                    ],
                    [
                      7.3,
                      47.1
                    ],
                    [
                      6.8,
                      47.1
                    ],
                    [
                      6.8,
                      46.6
                    ]
                  ]
                ]
              },
              "properties": {
                "name": "Broye"
              }
            }
          ]
        }
      }
    },
    "refusal": {
      "status": 400,
      "type": "application/json",
      "body": {
        "code": "InvalidParameterValue",
        "description": "no such parameter"
      }
    }
  },
  "getLandingPage": {
    "method": "GET",
    "path": "/",
    "query": {},
    "answer": {
      "status": 200,
      "type": "application/json",
      "body": {
        "title": "Rivers",
        "description": "Rivers and gauges",
        "attribution": "string",
        "links": [
          {
            "href": "https://example.com/features/collections",
            "rel": "data",
            "type": "application/json",
            "hreflang": "en",
            "title": "The collections",
            "length": 0
          }
        ]
      }
    },
    "refusal": {
      "status": 400,
      "type": "application/json",
      "body": {
        "code": "InvalidParameterValue",
        "description": "no such parameter"
      }
    }
  }
} as const
