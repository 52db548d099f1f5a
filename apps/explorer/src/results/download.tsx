import type { Output } from '@geoclients/ogc-client'
import { type ReactElement, useState } from 'react'
import { Problem } from '../app/problem.tsx'
import { texts } from '../texts/en.ts'
import { saveBlob } from './save-blob.ts'

/** A button that saves an output as a file. */
export function Download({ id, output }: { readonly id: string; readonly output: Output }): ReactElement {
  const [state, setState] = useState<{ readonly isBusy: boolean; readonly error?: unknown }>({ isBusy: false })
  const download = async (): Promise<void> => {
    setState({ isBusy: true })
    try {
      saveBlob(await output.blob(), `${id}.${extension(output)}`)
      setState({ isBusy: false })
    } catch (error) {
      setState({ isBusy: false, error })
    }
  }
  return (
    <>
      <button type="button" className="quiet" onClick={() => void download()} disabled={state.isBusy}>
        {state.isBusy ? texts.results.downloading : texts.results.download}
        <span className="unseen"> {id}</span>
      </button>
      {state.error !== undefined && <Problem error={state.error} />}
    </>
  )
}

const extensions: Readonly<Record<string, string>> = {
  'application/geo+json': 'geojson',
  'application/json': 'json',
  'application/x-netcdf': 'nc',
  'application/netcdf': 'nc',
  'application/zip': 'zip',
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/tiff': 'tif',
  'text/csv': 'csv',
  'text/html': 'html',
  'text/plain': 'txt'
}

function extension(output: Output): string {
  const type = (output.mediaType ?? '').split(';', 1)[0] ?? ''
  if (extensions[type]) return extensions[type]
  return output.kind === 'value' ? 'json' : 'bin'
}
