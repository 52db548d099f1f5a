import { OgcClient } from '@geoclients/ogc-client'

// The page takes the address of the service from its own URL: index.html?ogc=https://example.com/ogc
const baseUrl = new URLSearchParams(location.search).get('ogc')
const ogc = new OgcClient({ baseUrl })
const form = document.querySelector('form')
const output = document.querySelector('output')

form.addEventListener('submit', async (event) => {
  event.preventDefault()
  const { min, max } = Object.fromEntries(new FormData(form))
  output.textContent = 'running …'
  try {
    const results = await ogc.run(
      'primes_between',
      { inputs: { min_val: Number(min), max_val: Number(max) } },
      {
        onProgress: ({ status }) => {
          output.textContent = `${status} …`
        }
      }
    )
    output.textContent = (await results.get('return_value').json()).join(', ')
  } catch (error) {
    output.textContent = error.message
  }
})
