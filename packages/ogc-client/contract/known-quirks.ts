import {
  contentType,
  iterateLinked,
  lastLine,
  pageLinks,
  parseJson,
  readLinks,
  readProblem,
  resolveLink,
  withoutEntities,
  withoutNulls
} from '@geoclients/client-core'
import { failedRunOf } from '../src/errors/failed-run.ts'
import { isResultsWith201 } from '../src/execute/created-results.ts'
import { matches } from '../src/http/matches-filter.ts'
import { isNotThere, whenReady } from '../src/job/eventually.ts'
import { readProcessList } from '../src/parse/documents.ts'
import { isExceptionOf } from '../src/parse/error-in-success.ts'
import { exceptionNamed, missingResource } from '../src/parse/exception-names.ts'
import { isJobInfo, readDismissedJob, readStartedJob } from '../src/parse/job.ts'
import { normaliseStatus } from '../src/parse/job-status.ts'
import { describedById } from '../src/parse/quirks/description.ts'
import * as jobs from '../src/parse/quirks/job.ts'
import { tryLooseJson } from '../src/results/json/loose-json.ts'
import { isTextInstead, readUnlabelled } from '../src/results/json/mislabelled.ts'
import * as documents from '../src/results/json/quirks/document.ts'
import * as values from '../src/results/json/quirks/value.ts'
import { linkedOutputs } from '../src/results/link-header.ts'
import { boundaryInBody, elsewhere } from '../src/results/multipart/parse-parts.ts'
import { PartNames } from '../src/results/multipart/part-ids.ts'
import { nameOutputs } from '../src/results/output-ids.ts'
import { describes } from '../src/results/requested-outputs.ts'

/** One deviation of servers from the standard, and the function of the client that handles it. */
export interface KnownQuirk {
  /** Name of the function or class that handles it. */
  readonly name: string
  /** The servers that need it. */
  readonly servers: readonly string[]
  /** What they do. */
  readonly symptom: string
  /** Where it is tested, counted from `src`. */
  readonly test: string
}

type Named = { readonly name: string }

function quirk({ name }: Named, servers: readonly string[], symptom: string, test: string): KnownQuirk {
  return { name, servers, symptom, test }
}

const inJobs = 'parse/quirks/job.test.ts'
const inOutputs = 'results/json/quirks/document.test.ts'

/** The known deviations of servers, for the documentation and for tests. It is not part of an entry point. */
export const knownQuirks: readonly KnownQuirk[] = [
  quirk(
    jobs.idForJobId,
    ['older pygeoapi', 'MAAP', 'ZOO-Project', 'weaver'],
    'a job has `id` instead of or in addition to `jobID`',
    inJobs
  ),
  quirk(
    jobs.processIdOf,
    ['ldproxy', 'servers of version 2.0'],
    'the process of a job is its URI, or is called `processId`',
    inJobs
  ),
  quirk(
    jobs.jobIdFromLocation,
    ['GeoServer', 'javaPS', 'older pygeoapi'],
    'a started job is named only in `Location`',
    inJobs
  ),
  quirk(
    jobs.jobIdFromMonitorLink,
    ['ZOO-Project'],
    'a started job is named by a monitor link, without angle brackets',
    inJobs
  ),
  quirk(jobs.idAsText, ['any'], 'an id is a number', inJobs),
  quirk(jobs.jobIdFromBodyLinks, ['MAAP'], 'a started job is named by a link in the body', inJobs),
  quirk(
    readDismissedJob,
    ['MAAP'],
    'a dismissal returns a word or a message instead of the state of the job',
    'parse/job.test.ts'
  ),
  quirk(
    readStartedJob,
    ['GeoServer', 'javaPS', 'older pygeoapi', 'MAAP'],
    'the answer to an execution is empty, `null`, or a 202',
    'execute/started-job.test.ts'
  ),
  quirk(
    isJobInfo,
    ['IDEE', 'pygeoapi'],
    'a 200 has results and a `Location`, whose job routes may fail: the body wins',
    'parse/job.test.ts'
  ),
  quirk(jobs.bareJobId, ['weaver'], '`/jobs` lists bare ids', inJobs),
  quirk(jobs.typeOrProcess, ['wraptile', 'MAAP'], 'a job has no `type`, or `null`', inJobs),
  quirk(pageLinks, ['any'], 'the link to the next page is in the header', 'parse/links.test.ts'),
  quirk(
    nameOutputs,
    ['pygeoapi', 'ZOO-Project'],
    'outputs have unknown names, or share a name',
    'results/output-ids.test.ts'
  ),
  quirk(
    readLinks,
    ['wraptile', 'SEPEX'],
    '`links` are missing, a link has several relations, or one only in its title',
    'parse/links.test.ts'
  ),
  quirk(withoutNulls, ['pygeoapi', 'MAAP'], 'absent members are `null`', 'parse/documents.test.ts'),
  quirk(
    normaliseStatus,
    ['weaver', 'Copernicus stores', 'MAAP', 'ZOO-Project', 'SEPEX'],
    'a status is `succeeded`, `rejected`, `deleted`, `deduped`, `offline`, `paused`, `lost`',
    'parse/job-status.test.ts'
  ),
  quirk(jobs.progressAsNumber, ['ZOO-Project'], '`progress` is text', inJobs),
  quirk(jobs.tracebackOf, ['wraptile'], 'the traceback is in `traceback` or `x-traceback`', inJobs),
  quirk(
    iterateLinked,
    ['pygeoapi', 'ZOO-Project', 'weaver'],
    'pages use `offset`, `skip` or `page`; the last page has a next link too',
    'http/paginate.test.ts'
  ),
  quirk(
    resolveLink,
    ['any behind a proxy', 'MAAP'],
    'links are relative, or use http for an https service',
    'http/linked-request.test.ts'
  ),
  quirk(
    documents.idAndValue,
    ['pygeoapi'],
    'a raw result is `{ id, value }`, with the processor’s name for the output',
    inOutputs
  ),
  quirk(documents.outputsArray, ['pygeoapi', 'javaPS'], 'a document is `{ outputs: […] }`', inOutputs),
  quirk(documents.namedItems, ['pygeoapi', 'javaPS', 'ZOO-Project'], 'outputs are a list of `{ id, … }`', inOutputs),
  quirk(readProcessList, ['javaPS'], 'the list of processes is a bare array, or `null`', 'parse/habits.test.ts'),
  quirk(
    describedById,
    ['SEPEX', 'any'],
    'the inputs or outputs of a description are a list of `{ id, … }`',
    'parse/documents.test.ts'
  ),
  quirk(
    documents.wrappedDocument,
    ['pygeoapi'],
    'the map of outputs, or the only value, is the one item of a list',
    inOutputs
  ),
  quirk(values.inlineValue, ['javaPS'], 'a value is wrapped in `inlineValue`', inOutputs),
  quirk(
    values.linkType,
    ['GeoServer', 'weaver'],
    'a link’s media type is `mediaType` or `format.mediaType`',
    inOutputs
  ),
  quirk(values.wrappedLink, ['Copernicus stores'], 'a link is the value of an asset, with `file:…` members', inOutputs),
  quirk(documents.unclosedReferences, ['GeoServer'], 'the outputs after a reference are nested inside it', inOutputs),
  quirk(documents.withoutTwins, ['weaver'], 'each output by reference is linked twice', inOutputs),
  quirk(
    values.outputsInside,
    ['SEPEX', 'pygeoapi'],
    'the outputs are inside `outputs`, next to the job, also in the state of a synchronous run',
    'results/habits.test.ts'
  ),
  quirk(documents.withoutLinks, ['any'], '`links` are next to the outputs', 'results/habits.test.ts'),
  quirk(values.isGeoJson, ['any'], 'GeoJSON is labelled `application/json`', 'results/habits.test.ts'),
  quirk(values.unitOf, ['any'], 'a literal has its unit in `uom`', 'results/habits.test.ts'),
  quirk(
    linkedOutputs,
    ['weaver', 'fastprocesses'],
    'a 204 links to everything, or to the only output as `alternate`',
    'results/habits.test.ts'
  ),
  quirk(isTextInstead, ['any'], 'raw text is labelled `application/json`', 'results/habits.test.ts'),
  quirk(tryLooseJson, ['any in Python'], 'JSON has NaN or Infinity: read as null', 'results/habits.test.ts'),
  quirk(
    boundaryInBody,
    ['georust/ogcapi'],
    'the boundary of a multipart body is only in the body',
    'results/habits.test.ts'
  ),
  quirk(
    elsewhere,
    ['georust/ogcapi', 'any'],
    'a part is a reference by a `Link`, or of type `message/external-body`',
    'results/habits.test.ts'
  ),
  quirk(contentType, ['weaver'], 'two `Content-Type` headers: the last valid one counts', 'results/habits.test.ts'),
  quirk(
    isExceptionOf,
    ['pygeoapi 0.15', 'ZOO-Project'],
    'an exception has status 200 and replaces the results',
    'execute/answers-of-a-run.test.ts'
  ),
  quirk(
    failedRunOf,
    ['weaver', 'SEPEX', 'pygeoapi'],
    'a failed synchronous run is a 400 or 500 with the state of its job, or with its `Location`',
    'execute/answers-of-a-run.test.ts'
  ),
  quirk(
    isResultsWith201,
    ['any'],
    'a synchronous run returns 201 with its results',
    'execute/answers-of-a-run.test.ts'
  ),
  quirk(
    values.isStateWithOutputs,
    ['SEPEX'],
    'the state of a synchronous run has its outputs inside',
    'execute/answers-of-a-run.test.ts'
  ),
  quirk(whenReady, ['any'], 'the results of a successful job are not ready for a moment', 'job/eventually.test.ts'),
  quirk(isNotThere, ['any'], 'a job that was just started is not known for a moment', 'job/eventually.test.ts'),
  quirk(
    matches,
    ['pygeoapi', 'fastprocesses', 'georust/ogcapi'],
    'filters of the job list are ignored',
    'http/matches-filter.test.ts'
  ),
  quirk(withoutEntities, ['any'], 'entities of HTML stand in messages', 'parse/habits.test.ts'),
  quirk(lastLine, ['Copernicus stores'], 'only the traceback tells the reason', 'parse/habits.test.ts'),
  quirk(
    PartNames,
    ['weaver', 'GeoServer'],
    'a part is named `<output>`, `<output@job>`, or by its disposition',
    'results/multipart/parse-parts.test.ts'
  ),
  quirk(readUnlabelled, ['pygeoapi'], 'JSON is labelled `text/html` or `text/plain`', 'results/parse.test.ts'),
  quirk(
    describes,
    ['any'],
    'HTML and plain text that are real outputs are no error pages',
    'results/requested-outputs.test.ts'
  ),
  quirk(parseJson, ['any behind a gateway'], 'an error is a page of HTML, with any status', 'results/parse.test.ts'),
  quirk(
    readProblem,
    ['pygeoapi', 'wraptile', 'weaver', 'georust/ogcapi', 'OWS'],
    'an error has `code` and `description`, FastAPI’s `detail`, `exceptions` or `error`',
    '../../client-core/src/response/problem.test.ts'
  ),
  quirk(
    exceptionNamed,
    ['pygeoapi', 'javaPS', 'GeoServer', 'Copernicus stores'],
    'an exception has an OWS code or plain words as name',
    'parse/exception-names.test.ts'
  ),
  quirk(
    missingResource,
    ['pygeoapi', 'GeoServer', 'javaPS'],
    'an unknown job is `InvalidParameterValue`, `InvalidParameter` or `NotFound`',
    'parse/exception-names.test.ts'
  )
]
