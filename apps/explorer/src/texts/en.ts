import type { ErrorTexts } from '@geoclients/ogc-client/helpers'
import { outputsTexts, rasterTexts, resultsTexts } from './en-results.ts'
import { clock, extentText, givenSize, lengthText, number, periodText, plural, short, sizeText } from './words.ts'

const controls: Readonly<Record<string, string>> = {
  'sync-execute': 'returns its results immediately',
  'async-execute': 'runs in the background',
  dismiss: 'can be cancelled'
}

/** All that this page says, in English. */
export const texts = {
  app: {
    title: (view: string): string => `${view} · geoclients explorer`,
    skip: 'Skip to the content',
    opening: 'Opening the servers…',
    loading: 'Loading…',
    offline: 'There is no network. Parts of this page that need no server, such as the demo, still work.'
  },
  header: {
    title: 'geoclients explorer',
    views: 'Views',
    processes: 'Processes',
    runs: 'Runs',
    attributes: 'Attributes',
    change: 'Servers',
    demo: 'Demo in this page'
  },
  start: {
    title: 'Explore geospatial services',
    openTitle: 'Servers',
    lead: 'Find a process, fill in its form, watch it run and see the result on a map. Your browser talks to the servers directly; nothing goes anywhere else.',
    ownTitle: 'Your servers',
    demoTitle: 'No server at hand?',
    demo: 'The demo runs inside this page, without any network: processes that draw circles, cut grids and compute the hours of daylight, and a service of attributes.',
    openDemo: 'Open the demo',
    recentTitle: 'Opened before',
    forget: 'Forget these'
  },
  serverForm: {
    labels: { ogc: 'OGC API - Processes', cas: 'Community Attribute Service (CAS)' },
    placeholders: { ogc: 'https://example.com/ogc', cas: 'https://example.com/cas' },
    open: 'Open',
    faults: {
      'not-http': 'An address begins with https:// or http://, such as https://example.com/ogc.',
      'has-credentials': 'An address must not contain a user name or password. You can sign in later.',
      'has-query': 'An address must not contain a query (the part after “?”).',
      none: 'Enter the address of at least one server.'
    }
  },
  signIn: {
    title: 'Sign in',
    lead: 'Sign in only if the server requires it. Your credentials stay in the memory of this page. They are sent only to that server, and never appear in a URL.',
    kind: (host: string): string => `How you sign in to ${host}`,
    kinds: {
      token: 'Token',
      key: 'API key',
      basic: 'User name and password, with each request',
      form: 'User name and password, at a login service',
      oauth2: 'OAuth 2 client',
      oidc: 'Login at a provider (OpenID Connect)'
    } as const,
    fields: {
      token: 'Token',
      key: 'Key',
      header: 'Header',
      userName: 'User name',
      password: 'Password',
      url: 'Address of the login or token service',
      clientId: 'Client id',
      clientSecret: 'Client secret',
      issuer: 'Address of the provider (issuer)',
      scope: 'Scope'
    } as Readonly<Record<string, string>>,
    keeps: 'Keep it in this tab after a reload',
    submit: 'Sign in',
    leave: 'Go to the login',
    signedIn: (host: string, kind: string): string => `You are signed in to ${host}: ${kind}.`,
    signOut: 'Sign out',
    needed: 'Sign in'
  },
  errors: {
    'invalid-argument': (error) => error.message,
    network: 'The server cannot be reached.',
    'job-failed': 'The run failed. The message of the server is below.'
  } as Partial<ErrorTexts>,
  problem: { details: 'Details', again: 'Try again' },
  reasons: {
    offline: (host: string): string => `There is no network, so ${host} cannot be reached.`,
    down: (host: string): string => `${host} does not answer. It may be down, or its address may be wrong.`,
    mixed: (host: string): string =>
      `This page was loaded over https, so the browser does not allow requests to ${host} over http.`,
    cors: (host: string): string => `${host} responds, but does not allow this page to read the response (CORS).`
  },
  cors: {
    help: 'Start the explorer on your machine with a proxy for this server (“npm run explorer -- --ogc ADDRESS”), or ask the operator to send these headers:'
  },
  processes: {
    title: 'Processes',
    loading: 'Asking the server for its processes…',
    none: 'This server offers no processes.',
    search: 'Search',
    searchFor: 'name, word or keyword',
    count: (found: number, all: number): string =>
      found === all
        ? plural(all, 'process', 'processes')
        : `${number(found)} of ${plural(all, 'process', 'processes')}`,
    noneFound: 'No process contains all of these words.',
    more: (count: number): string => `and ${number(count)} more: narrow the search to see them`,
    keywords: 'Keywords',
    version: (version: string): string => `version ${version}`
  },
  process: {
    loading: 'Asking for the description…',
    control: controls as Readonly<Record<string, string>>,
    outputs: (count: number): string =>
      count === 0 ? 'The server describes no outputs' : `Result: ${plural(count, 'output', 'outputs')}`,
    inputs: 'Inputs',
    result: 'Result',
    sending: 'Waiting for the server…',
    sendingMuch: (bytes: number): string => `Sending ${sizeText(bytes)}, and waiting for the server…`,
    link: 'Link to this form with its inputs',
    noRun: 'No run yet.',
    noRunHelp: 'Fill in the form, then run the process: the result appears here.'
  },
  form: {
    run: 'Run',
    required: ' required',
    add: 'Add',
    remove: 'Remove',
    link: 'Link',
    types: {
      string: 'Text',
      number: 'Number',
      integer: 'Whole number',
      boolean: 'Yes or no',
      array: 'List',
      object: 'Object',
      null: 'Nothing'
    } as Readonly<Record<string, string>>,
    faults: (messages: readonly string[]): string =>
      messages.length === 1
        ? `Not sent: ${messages[0]}.`
        : `Not sent: ${plural(messages.length, 'input', 'inputs')} must be changed. ${messages[0]}.`,
    range: (low: number | undefined, high: number | undefined): string =>
      low === undefined ? `at most ${high}` : high === undefined ? `at least ${low}` : `${low} to ${high}`,
    noInputs: 'This process has no inputs.',
    json: 'Value as JSON',
    geoJson: 'GeoJSON',
    asJson: 'As GeoJSON text',
    notJson: 'This is not valid JSON yet. The value has not changed.',
    corners: ['West', 'South', 'East', 'North'] as const,
    drawBox: 'Draw on a map',
    draw: 'Draw on a map',
    closeMap: 'Close the map',
    chooseFile: 'Choose a file',
    orDrop: 'or drop one here',
    mediaType: 'Media type',
    orLink: 'or a link to it',
    removeFile: 'Remove',
    notGeoJson: (name: string): string => `${name} is not GeoJSON.`,
    wrongGeometry: (types: readonly string[]): string =>
      `The file contains none of the geometries that this input accepts: ${types.join(', ')}.`,
    readingFile: (name: string): string => `Reading ${name}`,
    fileGiven: (name: string | undefined, value: unknown): string => {
      const { href } = (value ?? {}) as { href?: unknown }
      return typeof href === 'string' ? `Linked: ${href}` : `${name ?? 'A file'}, ${givenSize(value)}`
    }
  },
  status: {
    accepted: 'waiting',
    running: 'running',
    successful: 'done',
    failed: 'failed',
    dismissed: 'cancelled'
  } as Readonly<Record<string, string>>,
  run: {
    cancel: 'Cancel',
    cancelling: 'Cancelling…',
    progress: 'Progress of the run',
    started: (when: Date): string => `started ${clock.format(when)}`,
    link: 'Link to this run'
  },
  runs: {
    title: 'Runs',
    mine: 'Started in this browser',
    none: 'You have not run anything on this server yet.',
    noneHelp: 'Choose a process',
    open: 'Run',
    choose: 'Choose a run to see its result.',
    asking: 'Asking the server for this run…',
    ofProcess: 'Your runs of this process',
    forget: 'Forget',
    inputs: 'Inputs of this run',
    inputsNotKept: 'The inputs were too large to store.',
    again: 'Run again, or change it'
  },
  serverJobs: {
    title: 'All jobs of the server',
    loading: 'Asking the server for its jobs…',
    none: 'The server lists no jobs.',
    refresh: 'Refresh'
  },
  code: {
    title: 'The same from a program',
    of: (language: string): string => `Request in ${language}`,
    copy: 'Copy',
    copied: 'Copied'
  },
  outputs: outputsTexts as typeof outputsTexts,
  results: resultsTexts as typeof resultsTexts,
  raster: rasterTexts as typeof rasterTexts,
  table: {
    of: (title: string): string => `Table: ${title}`,
    count: (shown: number, all: number): string =>
      shown === all ? plural(all, 'row', 'rows') : `${number(shown)} of ${plural(all, 'row', 'rows')}`,
    more: 'More rows',
    csv: 'Save as CSV'
  },
  chart: {
    of: (title: string, along: string): string => `Chart of ${title} by ${along}; the table below has the numbers`
  },
  cas: {
    title: 'Attributes of places',
    loading: 'Asking the service for its datasets…',
    places: 'Places',
    clearPlaces: 'Clear all places',
    placeCount: (count: number): string =>
      count === 0 ? 'Draw places, or drop a file of points and areas.' : plural(count, 'place', 'places'),
    readingPlaces: (count: number): string => `Reading… ${plural(count, 'place', 'places')}`,
    skipped: (count: number): string =>
      `${plural(count, 'other was', 'others were')} left out: not a point or an area, broken, or too many.`,
    datasets: 'Datasets',
    datasetList: 'List of datasets',
    searchFor: 'elevation, mm/day, soil…',
    datasetCount: (found: number, all: number, picked: number): string =>
      `${number(found)} of ${number(all)} · ${number(picked)} picked`,
    noneFound: 'No dataset contains all of these words.',
    extent: extentText as typeof extentText,
    resolution: lengthText as typeof lengthText,
    period: periodText as typeof periodText,
    aggregation: 'Aggregation over an area',
    timeRange: 'Period (optional)',
    from: 'from',
    to: 'to',
    extract: 'Extract',
    missing: (places: number, datasets: number): string =>
      places === 0 ? 'Choose places first.' : datasets === 0 ? 'Pick a dataset first.' : '',
    result: 'Result',
    noResult: 'Nothing has been extracted yet.',
    noResultHelp: 'Choose places and datasets, then extract: the map, the numbers and the table appear here.',
    states: { running: 'running', done: 'done', stopped: 'cancelled', failed: 'failed' } as const,
    progress: (done: number, total: number | undefined, failed: number): string =>
      `${number(done)}${total === undefined ? '' : ` of ${number(total)}`} places${failed > 0 ? `, ${number(failed)} failed` : ''}`,
    progressLabel: 'Progress of the extraction',
    waits: {
      busy: (until: Date): string => `The service is busy. The next attempt is at ${until.toLocaleTimeString('en')}.`,
      unreachable: (until: Date): string =>
        `The service cannot be reached. The next attempt is at ${until.toLocaleTimeString('en')}.`,
      repeat: (until: Date): string => `A request failed. It is repeated at ${until.toLocaleTimeString('en')}.`,
      timeout: (until: Date): string => `The service is slow. The time limit is ${until.toLocaleTimeString('en')}.`,
      'rate-limit': (until: Date): string =>
        `The service limits requests. The run continues at ${until.toLocaleTimeString('en')}.`
    },
    failures: (count: number): string => `Failures: ${plural(count, 'reason', 'reasons')}`,
    atPlaces: (count: number, places: readonly number[]): string =>
      `${plural(count, 'place', 'places')} (${places.join(', ')}${count > places.length ? '…' : ''}):`,
    colorBy: 'Colours show',
    noNumbers: 'None of the extracted values is a number.',
    geoJson: 'Save as GeoJSON',
    legend: 'Legend',
    value: short as typeof short,
    range: (from: number, to: number, units: string): string =>
      `${from === to ? short(from) : `${short(from)} – ${short(to)}`}${units ? ` ${units}` : ''}`,
    histogram: (title: string, count: number): string =>
      `Histogram of ${title}, ${plural(count, 'value', 'values')}; the table below lists them`
  },
  map: {
    loading: 'Loading the map…',
    label: (title: string): string => `Map: ${title}. Arrow keys move it, plus and minus zoom.`,
    tiles: 'Tiles of OpenStreetMap (needs network)',
    shape: 'What to draw',
    shapes: { Point: 'Point', LineString: 'Line', Polygon: 'Area', Box: 'Box' },
    clear: 'Clear',
    how: {
      Point: 'Click to set a point.',
      LineString: 'Click along the line; double-click to end it.',
      Polygon: 'Click the corners; double-click the last one.',
      Box: 'Click one corner, then the opposite one.'
    }
  }
} as const
