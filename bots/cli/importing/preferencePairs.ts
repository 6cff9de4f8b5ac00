// Preference data as it lies about: prompt, chosen, rejected (TRL, UltraFeedback, HH), or two replies with or without a winner (Arena, SHP).
// Pure. Shapes: https://huggingface.co/docs/trl/dataset_formats; lmsys-arena-human-preference-55k; Anthropic/hh-rlhf.
import { createHash } from 'node:crypto'
import { type FileFacts, faulty, nameIn, type Shape, type Shaped } from './shape.ts'
import { isTalk, type Message, readTalk, sharedStart, talkFromMarks, talkText } from './talk.ts'

const PROMPTS = ['prompt', 'question', 'instruction', 'query', 'context', 'history', 'input', 'conversation']
const SYSTEMS = ['system', 'system_prompt']
/** Names of the two sides; what the winner may be called beside these names themselves. */
const SIDES: readonly (readonly [string, string])[] = [
  ['response_a', 'response_b'],
  ['answer_a', 'answer_b'],
  ['completion_a', 'completion_b'],
  ['conversation_a', 'conversation_b'],
  ['response_0', 'response_1'],
  ['response_1', 'response_2'],
  ['output_1', 'output_2'],
  ['human_ref_A', 'human_ref_B'],
  ['a', 'b'],
]
const WINNERS = ['winner', 'preferred', 'preference', 'better', 'better_response_id', 'chosen_side']
const MODELS = ['model_a', 'model_b']
const FLAGS = ['winner_model_a', 'winner_model_b', 'winner_tie']

type Outcome = 'a' | 'b' | 'tie' | 'both_bad'

/** A reply: one text, or the messages that end in it. */
type Said = { messages: Message[] } | { text: string }
type ReadSaid = { ok: true; said: Said } | { ok: false; at: string; expected: string }

function sidesIn(record: FileFacts): readonly [string, string] | undefined {
  return SIDES.find(([one, other]) => record[one] !== undefined && record[other] !== undefined)
}

const isChosen = (record: FileFacts) => record['chosen'] !== undefined && record['rejected'] !== undefined

/** Lists may stand as JSON inside a cell of a table. */
function readSaid(value: unknown): ReadSaid {
  const given = typeof value === 'string' ? (listIn(value) ?? value) : value
  if (typeof given === 'string') {
    const messages = talkFromMarks(given)
    return { ok: true, said: messages === undefined ? { text: given.trim() } : { messages } }
  }
  if (isTalk(given)) {
    const talk = readTalk(given)
    return talk.ok ? { ok: true, said: { messages: talk.messages } } : talk
  }
  if (Array.isArray(given) && given.every(one => typeof one === 'string' || one === null)) {
    const texts = given.map(one => one ?? '')
    return { ok: true, said: texts.length === 1 ? { text: (texts[0] ?? '').trim() } : { messages: asTurns(texts) } }
  }
  if (typeof given === 'object' && given !== null && isTalk([given])) return readSaid([given])
  return { ok: false, at: '', expected: 'text, or a list of messages with role and content' }
}

function listIn(cell: string): unknown {
  if (!/^\s*\[\s*["{]/.test(cell)) return undefined
  try {
    const value = JSON.parse(cell) as unknown
    const isList =
      Array.isArray(value) && (isTalk(value) || value.every(one => typeof one === 'string' || one === null))
    return isList ? value : undefined
  } catch {
    return undefined
  }
}

/** Several texts in a row without a name: the turns of one side of a talk. */
function asTurns(texts: string[]): Message[] {
  return texts.map((text, index) => ({ role: `turn ${index + 1}`, text: text.trim() }))
}

type Pair = { prompt: string; one: string; other: string }

/** What both sides begin with belongs to the prompt; what is left of each is the reply. */
function pairOf(prompt: Said | undefined, system: string, one: Said, other: Said): Pair {
  const isTalks = 'messages' in one && 'messages' in other
  const shared = isTalks ? sharedStart(one.messages, other.messages) : 0
  const start = 'messages' in one ? one.messages.slice(0, shared) : []
  const rest = (said: Said) => ('text' in said ? said.text : talkText(said.messages.slice(shared)))
  const given = prompt === undefined ? '' : 'text' in prompt ? prompt.text : talkText(prompt.messages)
  // Many files give the prompt twice: alone, and as the first message of each side.
  const known = start.some(({ text }) => text === given) || talkText(start) === given
  const parts = [system === '' ? '' : `System: ${system}`, known ? '' : given, talkText(start)]
  return { prompt: parts.filter(part => part !== '').join('\n\n'), one: rest(one), other: rest(other) }
}

/** Who won, in the file's own order of sides; undefined where nothing says so, and false where it cannot be understood. */
function winnerIn(
  record: FileFacts,
  sides: readonly [string, string],
): { name: string; outcome: Outcome | false } | undefined {
  if (FLAGS.some(flag => record[flag] !== undefined)) {
    const flags = FLAGS.map(flag => Number(record[flag] ?? 0))
    const outcome = (['a', 'b', 'tie'] as const)[flags.indexOf(1)]
    return {
      name: FLAGS[0] as string,
      outcome: flags.filter(flag => flag === 1).length === 1 ? (outcome ?? false) : false,
    }
  }
  const name = nameIn(record, sides[0] === 'human_ref_A' ? ['labels'] : WINNERS)
  if (name === undefined) return undefined
  return { name, outcome: outcomeOf(record, name, sides) }
}

function outcomeOf(record: FileFacts, name: string, sides: readonly [string, string]): Outcome | false {
  const given = String(record[name]).trim()
  // SHP: 1 says that reference A was preferred; PKU: an index from 0; AlpacaEval: a number from 1.
  if (name === 'labels') return given === '1' ? 'a' : given === '0' ? 'b' : false
  if (sides[0] === 'response_0') return given === '0' ? 'a' : given === '1' ? 'b' : false
  if (sides[0] === 'output_1' || sides[0] === 'response_1') {
    if (given === '1' || given === '1.0') return 'a'
    if (given === '2' || given === '2.0') return 'b'
    if (given === '1.5') return 'tie'
  }
  const word = given
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '')
  const named = (side: string, letter: string, model: unknown) =>
    [letter, `model_${letter}`, `response_${letter}`, `assistant_${letter}`, side.toLowerCase()].includes(word) ||
    (typeof model === 'string' && model === given)
  if (named(sides[0], 'a', record['model_a'])) return 'a'
  if (named(sides[1], 'b', record['model_b'])) return 'b'
  if (word === 'tie' || word === 'equal' || word === 'same') return 'tie'
  return ['tie_bothbad', 'tie_both_bad', 'both_bad', 'bothbad', 'neither'].includes(word) ? 'both_bad' : false
}

/**
 * Which text becomes side A where the file names a better one: by the texts alone, so that "chosen" stands on either side as often, and
 * one pair is one item whichever way it was marked. Practice and review show an item's own order, which must give nothing away.
 */
function isTurned({ prompt, one, other }: Pair): boolean {
  const weight = (text: string) =>
    createHash('sha256')
      .update(JSON.stringify([prompt, text]))
      .digest('hex')
  return weight(other) < weight(one)
}

function read(record: FileFacts): Shaped {
  const hasChoice = isChosen(record)
  const sides = hasChoice ? (['chosen', 'rejected'] as const) : sidesIn(record)
  if (sides === undefined)
    return faulty('the row', 'chosen and rejected, or two replies such as response_a and response_b')
  const promptName = nameIn(record, PROMPTS)
  const systemName = nameIn(record, SYSTEMS)
  const said = [promptName, ...sides].map(name => (name === undefined ? undefined : readSaid(record[name])))
  for (const [index, one] of said.entries()) {
    if (one !== undefined && !one.ok)
      return faulty([[promptName, ...sides][index], one.at].filter(Boolean).join('.'), one.expected)
  }
  const [prompt, first, second] = said.map(one => (one?.ok ? one.said : undefined))
  const system = systemName === undefined ? '' : String(record[systemName])
  const pair = pairOf(prompt, system, first as Said, second as Said)
  if (pair.prompt === '') return faulty(promptName ?? 'prompt', 'what the two replies answer to')
  if (pair.one === '') return faulty(sides[0], 'a reply')
  if (pair.other === '') return faulty(sides[1], 'a reply')
  if (pair.one === pair.other) return faulty(sides[1], `a reply that differs from ${sides[0]}`)
  const won = hasChoice ? { name: 'chosen', outcome: 'a' as const } : winnerIn(record, sides)
  if (won?.outcome === false) {
    return faulty(won.name, `one of ${sides.join(', ')}, a, b, tie, both_bad, or the name in model_a or model_b`)
  }
  const turned = hasChoice && isTurned(pair)
  const truth = turned ? 'b' : won?.outcome
  const [a, b] = turned ? [pair.other, pair.one] : [pair.one, pair.other]
  const [nameA, nameB] = turned ? [sides[1], sides[0]] : sides
  const byModel = won !== undefined && MODELS.some(name => record[name] === record[won.name])
  const more = [...(won?.name === FLAGS[0] ? FLAGS : []), ...(byModel ? MODELS : [])]
  const taken = [promptName, systemName, ...sides, won?.name, ...more].filter(name => name !== undefined)
  return {
    ok: true,
    content: { prompt: pair.prompt, a, b },
    ...(truth === undefined ? {} : { truth }),
    names: {
      'content.prompt': promptName ?? 'prompt',
      'content.a': nameA,
      'content.b': nameB,
      truth: won?.name ?? 'winner',
    },
    taken,
  }
}

export const preferencePairs: Shape = {
  name: 'preferences',
  kinds: ['pairwise'],
  fits: record => isChosen(record) || sidesIn(record) !== undefined,
  inWords: record => {
    const sides = isChosen(record) ? ['chosen', 'rejected'] : [...(sidesIn(record) ?? [])]
    const won = isChosen(record) ? undefined : winnerIn(record, sides as [string, string])?.name
    const names = [nameIn(record, PROMPTS), ...sides, won].filter(name => name !== undefined)
    const placed = isChosen(record)
      ? ' (which of the two is A is drawn from the texts, so that the chosen one is on either side as often)'
      : ''
    return `preference pairs: ${names.join(', ')}${placed}`
  },
  read,
}
