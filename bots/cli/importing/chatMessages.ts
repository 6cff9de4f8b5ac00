// One talk a record: `messages` as OpenAI and TRL write them, `conversations` as ShareGPT does. Pure.
import { type FileFacts, faulty, type Shape, type Shaped } from './shape.ts'
import { isTalk, readTalk, talkText } from './talk.ts'

const NAMES = ['messages', 'conversations', 'conversation', 'dialog', 'dialogue', 'chat']

function nameOf(record: FileFacts): string | undefined {
  return NAMES.find(name => isTalk(record[name]))
}

function read(record: FileFacts, { kind }: { kind: string }): Shaped {
  const name = nameOf(record)
  const given = name === undefined ? undefined : record[name]
  if (name === undefined || !isTalk(given))
    return faulty(NAMES[0] as string, 'a list of messages with role and content')
  const talk = readTalk(given)
  if (!talk.ok) return faulty(`${name}.${talk.at}`, talk.expected)
  const { messages } = talk
  const shaped = (content: unknown, field: string): Shaped => ({
    ok: true,
    content,
    names: { [`content.${field}`]: name, ...(field === 'text' ? { 'content.source': name } : {}) },
    taken: [name],
  })
  if (kind === 'text') return shaped({ source: talkText(messages) }, 'source')
  if (kind !== 'rating') return shaped({ text: talkText(messages) }, 'text')
  const last = messages.at(-1)
  // What is rated is a reply, and what it replies to stands before it.
  if (last?.role !== 'assistant' || last.text === '')
    return faulty(`${name}.${messages.length - 1}`, 'a reply of the assistant at the end, since that is what is rated')
  const before = messages.slice(0, -1)
  return shaped({ text: last.text, ...(before.length === 0 ? {} : { source: talkText(before) }) }, 'text')
}

export const chatMessages: Shape = {
  name: 'chat',
  kinds: ['choice', 'tags', 'rating', 'text'],
  fits: record => nameOf(record) !== undefined,
  inWords: (record, { kind }) =>
    `chat messages: ${nameOf(record) ?? NAMES[0]}${kind === 'rating' ? ' (the last reply is rated, what stands before it is its source)' : ''}`,
  read,
}
