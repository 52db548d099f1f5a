/** The first bytes of other kinds of files, as Latin-1 text. */
const kinds: readonly (readonly [start: string, kind: string])[] = [
  ['PK\u0003\u0004', 'a ZIP archive, perhaps of a Shapefile'],
  ['\u0000\u0000\u0027\u000a', 'a Shapefile'],
  ['SQLite format 3', 'a SQLite file, perhaps a GeoPackage'],
  ['fgb\u0003', 'a FlatGeobuf file'],
  ['PAR1', 'a Parquet file'],
  ['\u00fe\u00ff', 'UTF-16 text'],
  ['\u00ff\u00fe', 'UTF-16 text'],
  ['\u0028\u00b5\u002f\u00fd', 'a zstd archive'],
  ['BZh', 'a bzip2 archive'],
  ['<', 'HTML or XML, such as KML or GML'],
  ['[', 'a JSON array instead of a FeatureCollection']
]

/** The probable kind of a file that is not GeoJSON, judged by its first bytes. */
export function kindOfFile(start: Uint8Array): string {
  const text = String.fromCharCode(...start.subarray(0, 64))
  const plain = text.replace(/^\u00ef\u00bb\u00bf/, '').trimStart()
  const [, kind] = kinds.find(([begin]) => text.startsWith(begin) || plain.startsWith(begin)) ?? []
  return kind ?? `text that begins with ${JSON.stringify(plain.slice(0, 30))}`
}
