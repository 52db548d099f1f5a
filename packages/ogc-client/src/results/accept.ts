/** Results come in the output's own media type, so anything is welcome; JSON first, or pygeoapi answers with HTML. */
export const acceptResults = 'application/json, multipart/related;q=0.9, */*;q=0.8'
