/** A contract with a little of everything: for the tests of `npm run new:client`. */
export const demoContract = `openapi: 3.1.0
info: { title: Demo's Things, version: 1.0.0, license: { name: Apache-2.0, identifier: Apache-2.0 } }
servers: [{ url: 'http://127.0.0.1:8008' }]
security: [{}]
tags: [{ name: things, description: Things. }]
paths:
  /shelves/{shelf-id}/things:
    parameters:
      - { name: shelf-id, in: path, required: true, description: The shelf., schema: { type: string }, example: top shelf }
    get:
      operationId: listThings
      x-safe: true
      tags: [things]
      summary: The things of a shelf
      description: All of them.
      parameters:
        - { name: color, in: query, required: true, description: Their color., schema: { type: string, enum: [red, blue] } }
        - name: max-size
          in: query
          description: How large they may be.
          schema: { type: integer, minimum: 1, maximum: 9 }
        - name: kind
          in: query
          style: form
          explode: false
          description: What they are.
          schema: { type: array, minItems: 1, maxItems: 2, items: { type: string, enum: [a, b] } }
      responses:
        '200':
          description: The things.
          content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Thing' } } } }
        '400': { $ref: '#/components/responses/Refused' }
    post:
      operationId: addThing
      x-safe: false
      tags: [things]
      summary: Add a thing
      description: Adds a thing.
      requestBody:
        required: true
        description: The thing.
        content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } }
      responses:
        '201':
          description: The thing.
          content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } }
        '400': { $ref: '#/components/responses/Refused' }
  /things/{class}:
    parameters:
      - { name: class, in: path, required: true, description: The thing., schema: { type: string } }
    get:
      operationId: getPicture
      x-safe: true
      tags: [things]
      summary: The picture of a thing
      description: As a picture.
      responses:
        '200': { description: The picture., content: { image/png: { schema: { type: string, format: binary } } } }
        '404': { $ref: '#/components/responses/Refused' }
    put:
      operationId: describeThing
      x-safe: true
      tags: [things]
      summary: Describe a thing
      description: In words.
      requestBody: { description: The words., content: { text/plain: { schema: { type: string } } } }
      responses:
        '204': { description: It is described. }
        '404': { $ref: '#/components/responses/Refused' }
components:
  responses:
    Refused:
      description: No.
      content: { application/problem+json: { schema: { $ref: '#/components/schemas/Problem' } } }
  schemas:
    Problem:
      type: object
      required: [title]
      properties: { title: { type: string, example: no } }
    Thing:
      type: object
      required: [name]
      properties:
        name: { type: string, example: Anna's thing }
        color: { type: string, default: red }
`
