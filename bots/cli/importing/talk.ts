// Chat messages as text that people read. What tools were called with, and what they answered, stays visible. Pure.

/** One message: who, and all that they said. */
export type Message = { role: string; text: string }
export type Talk = { ok: true; messages: Message[] } | { ok: false; at: string; expected: string }

type Given = Record<string, unknown>
const isObject = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What others call the four roles: ShareGPT, the HH files, Gemini. */
const ROLES: Record<string, string> = {
  human: 'user',
  prompter: 'user',
  gpt: 'assistant',
  bot: 'assistant',
  model: 'assistant',
  developer: 'system',
  function: 'tool',
  observation: 'tool',
  function_call: 'assistant',
}

const NAMES: Record<string, string> = { system: 'System', user: 'User', assistant: 'Assistant', tool: 'Tool' }

/** Whether a value is a list of messages: `{role, content}` as OpenAI and TRL write them, `{from, value}` as ShareGPT does. */
export function isTalk(value: unknown): value is Given[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every(one => isObject(one) && (typeof one['role'] === 'string' || typeof one['from'] === 'string'))
  )
}

/** Reads a list of messages; a message that holds more than text is named, since leaving it out would change what is judged. */
export function readTalk(given: readonly Given[]): Talk {
  const messages: Message[] = []
  for (const [index, one] of given.entries()) {
    const role = String(one['role'] ?? one['from']).toLowerCase()
    const field = one['content'] === undefined && one['value'] !== undefined ? 'value' : 'content'
    const said = textIn(one[field])
    if (said === undefined) {
      const expected = 'text, or parts of text; pictures and sound come in as media of our own form'
      return { ok: false, at: `${index}.${field}`, expected }
    }
    const calls = callsIn(one)
    if (calls === undefined)
      return { ok: false, at: `${index}.tool_calls`, expected: 'calls with a function and its name' }
    const text = [said, ...calls].filter(part => part !== '').join('\n\n')
    const who = typeof one['name'] === 'string' && (role === 'tool' || role === 'function') ? ` ${one['name']}` : ''
    messages.push({ role: `${ROLES[role] ?? role}${who}`, text })
  }
  return { ok: true, messages }
}

/** Nothing at all is a message of tool calls alone. */
function textIn(content: unknown): string | undefined {
  if (content === undefined || content === null) return ''
  if (typeof content === 'string') return content.trim()
  if (!Array.isArray(content)) return undefined
  const parts = content.map(part => {
    if (typeof part === 'string') return part
    const isText = isObject(part) && typeof part['text'] === 'string'
    return isText ? (part['text'] as string) : undefined
  })
  return parts.some(part => part === undefined) ? undefined : parts.join('\n').trim()
}

/** "Calls search with {"q": "tides"}", one a call; undefined where one cannot be read. */
function callsIn(one: Given): string[] | undefined {
  const given = one['tool_calls'] ?? (one['function_call'] === undefined ? [] : [one['function_call']])
  if (given === null) return []
  if (!Array.isArray(given)) return undefined
  const calls = given.map(call => {
    const named = isObject(call) && isObject(call['function']) ? call['function'] : call
    if (!isObject(named) || typeof named['name'] !== 'string') return undefined
    const values = named['arguments'] ?? {}
    return `Calls ${named['name']} with ${typeof values === 'string' ? values : JSON.stringify(values)}`
  })
  return calls.every(call => call !== undefined) ? calls : undefined
}

/** The text of the Anthropic HH files: turns that begin with "Human:" and "Assistant:" after an empty line. */
export function talkFromMarks(text: string): Message[] | undefined {
  const pieces = text.split(/(?:^|\n\n)(Human|Assistant):/)
  if (pieces.length < 3 || pieces[0]?.trim() !== '') return undefined
  const messages: Message[] = []
  for (let at = 1; at < pieces.length; at += 2) {
    messages.push({ role: pieces[at] === 'Human' ? 'user' : 'assistant', text: (pieces[at + 1] ?? '').trim() })
  }
  return messages
}

/** One message of a person stands for itself; a longer talk names who speaks. */
export function talkText(messages: readonly Message[]): string {
  const only = messages[0]
  if (messages.length === 1 && only !== undefined && (only.role === 'user' || only.role === 'assistant'))
    return only.text
  return messages.map(({ role, text }) => `${nameOf(role)}: ${text}`).join('\n\n')
}

function nameOf(role: string): string {
  const [word = '', ...rest] = role.split(' ')
  return [NAMES[word] ?? word, ...rest].join(' ')
}

/** How many messages two talks begin with alike. */
export function sharedStart(one: readonly Message[], other: readonly Message[]): number {
  const most = Math.min(one.length, other.length)
  for (let at = 0; at < most; at++) {
    if (one[at]?.role !== other[at]?.role || one[at]?.text !== other[at]?.text) return at
  }
  return most
}
