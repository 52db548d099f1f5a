import { OgcClient } from '@geoclients/ogc-client'
import { createOgcMock } from '@geoclients/ogc-client/mock'
import { inputSchema, validateInputs } from '@geoclients/ogc-client/schema'
import { generateText, isStepCount, jsonSchema, type ToolSet, tool } from 'ai'
import { MockLanguageModelV4 } from 'ai/test'
import { expect, test } from 'vitest'

type Answer = Awaited<ReturnType<MockLanguageModelV4['doGenerate']>>

const mock = createOgcMock()
const ogc = new OgcClient({ baseUrl: mock.baseUrl, fetch: mock.fetch })

/** Every process of a server as a tool of an agent, in as few lines as a program needs. */
async function toolsOf(ids: readonly string[]): Promise<ToolSet> {
  const descriptions = await Promise.all(ids.map((id) => ogc.getProcess(id)))
  const tools = descriptions.map((description) => [
    description.id,
    tool({
      description: description.description ?? description.id,
      inputSchema: jsonSchema<Record<string, unknown>>(inputSchema(description), {
        validate(value) {
          const [issue] = validateInputs(description, value)
          if (issue) return { success: false, error: new Error(`${issue.pointer} ${issue.message}`) }
          return { success: true, value: value as Record<string, unknown> }
        }
      }),
      execute: async (inputs) => (await ogc.run(description.id, { inputs })).toJSON()
    })
  ])
  return Object.fromEntries(tools)
}

const usage: Answer['usage'] = {
  inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 1, text: 1, reasoning: 0 }
}
const says = (text: string): Answer => ({
  content: [{ type: 'text', text }],
  finishReason: { unified: 'stop', raw: 'stop' },
  ...{ usage, warnings: [] }
})
const calls = (toolName: string, inputs: unknown): Answer => ({
  content: [{ type: 'tool-call', toolCallId: 'c', toolName, input: JSON.stringify(inputs) }],
  finishReason: { unified: 'tool-calls', raw: 'tool_calls' },
  ...{ usage, warnings: [] }
})

/** What an agent is told of a run that its model asks for, in an SDK whose model is played. */
async function agentThat(answer: Answer): Promise<{ model: MockLanguageModelV4; steps: readonly unknown[] }> {
  const model = new MockLanguageModelV4({ doGenerate: [answer, says('done')] })
  const tools = await toolsOf(['primes_between'])
  const { steps } = await generateText({ model, tools, prompt: 'primes, please', stopWhen: isStepCount(2) })
  return { model, steps: steps.flatMap(({ content }) => content) }
}

test('a model is told of a process as a tool, and its call runs the process', async () => {
  const { model, steps } = await agentThat(calls('primes_between', { min_val: 1, max_val: 10 }))
  expect(model.doGenerateCalls[0]?.tools).toMatchObject([
    {
      type: 'function',
      name: 'primes_between',
      inputSchema: { type: 'object', properties: { min_val: { type: 'integer' }, max_val: { type: 'integer' } } }
    }
  ])
  expect(steps).toContainEqual(expect.objectContaining({ type: 'tool-result', output: { return_value: [2, 3, 5, 7] } }))
  expect(JSON.stringify(model.doGenerateCalls[1]?.prompt)).toContain('[2,3,5,7]')
})

test('wrong inputs of a model are told to it in plain words, and nothing is run', async () => {
  mock.reset()
  const { model } = await agentThat(calls('primes_between', { min_val: -1 }))
  expect(JSON.stringify(model.doGenerateCalls[1]?.prompt)).toContain('/min_val must be at least 0, not -1')
  expect((await ogc.getJobs()).jobs).toEqual([])
})
