// Reasoning cut into steps, as process reward data has it: PRM800K, ProcessBench, Math-Shepherd, TRL's stepwise supervision. Pure.
// Shapes: https://github.com/openai/prm800k (README), https://huggingface.co/datasets/Qwen/ProcessBench, arXiv:2312.08935.
import { type FileFacts, faulty, nameIn, type Shape, type Shaped, type Wanted } from './shape.ts'

const PROBLEMS = ['problem', 'question', 'prompt', 'instruction']
const STEPS = ['steps', 'completions', 'solution_steps', 'model_steps', 'reasoning']
const LABELS = ['labels', 'ratings', 'step_labels', 'label']
/** What a text of Math-Shepherd ends each step with. */
const STEP_TAG = 'ки'
/** Data sets say which step is wrong, and not why. */
const UNEXPLAINED = { reason: 'other', note: 'The data set marks this step as wrong and gives no reason.' } as const

/** 1 right, 0 true but of no use, -1 wrong; undefined where nobody looked. */
type Mark = 1 | 0 | -1 | undefined
type Found = {
  problem: string
  steps: string[]
  marks: Mark[] | undefined
  names: Record<string, string>
  taken: string[]
}
type Given = Record<string, unknown>

const isObject = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const textOf = (value: unknown) => (typeof value === 'string' ? value.trim() : '')

/**
 * Steps count from 1. Without a mistake every step must have been looked at; up to a mistake those before it, and where the campaign
 * asks for steps behind it, those too.
 */
function truthOf(marks: Mark[] | undefined, asksBehind: boolean): unknown {
  if (marks === undefined) return undefined
  const wrong = marks.indexOf(-1)
  const end = wrong < 0 || asksBehind ? marks.length : wrong
  if (marks.slice(0, end).includes(undefined)) return undefined
  const placesOf = (mark: Mark) =>
    marks.flatMap((one, index) => (one === mark && index < end && index !== wrong ? [index + 1] : []))
  const [neither, alsoWrong] = [placesOf(0), placesOf(-1)]
  const more = neither.length === 0 ? {} : { neither }
  if (wrong < 0) return { mistake: null, ...more }
  return { mistake: wrong + 1, ...UNEXPLAINED, ...more, ...(alsoWrong.length === 0 ? {} : { alsoWrong }) }
}

function isPrm800k(record: FileFacts): boolean {
  return isObject(record['question']) && isObject(record['label']) && Array.isArray(record['label']['steps'])
}

/** The solution as its author wrote it: generated beforehand (phase 2), or the path that was chosen (phase 1). */
function fromPrm800k(record: FileFacts): Found | { at: string; expected: string } {
  const question = record['question'] as Given
  const rated = ((record['label'] as Given)['steps'] as unknown[]).filter(isObject)
  const written = question['pre_generated_steps']
  const candidates = (step: Given) => (Array.isArray(step['completions']) ? step['completions'].filter(isObject) : [])
  const pathOf = (step: Given): { text: string; mark: Mark } => {
    const chosen = typeof step['chosen_completion'] === 'number' ? step['chosen_completion'] : undefined
    const own = step['human_completion']
    // A labeler's own step stands in for candidates that were all wrong.
    if (chosen === undefined && own !== null && own !== undefined)
      return { text: textOf(isObject(own) ? own['text'] : own), mark: 1 }
    const one = candidates(step)[chosen ?? 0]
    return { text: textOf(one?.['text']), mark: markOf(one?.['rating']) }
  }
  const path = rated.map(pathOf)
  const steps = Array.isArray(written) && written.length > 0 ? written.map(textOf) : path.map(one => one.text)
  const marks = steps.map((text, index): Mark => {
    if (!Array.isArray(written)) return path[index]?.mark
    const step = rated[index]
    const same = step === undefined ? undefined : candidates(step).find(one => textOf(one['text']) === text)
    return markOf(same?.['rating'])
  })
  return {
    problem: textOf(question['problem']),
    steps,
    marks,
    names: { 'content.problem': 'question.problem', 'content.steps': 'label.steps', truth: 'label.steps' },
    taken: ['question', 'label'],
  }
}

function stepsNameIn(record: FileFacts): string | undefined {
  return STEPS.find(name => Array.isArray(record[name]))
}

function markOf(value: unknown): Mark {
  const word = typeof value === 'string' ? value.trim().toLowerCase() : value
  if (word === 1 || word === true || word === '+' || word === '1' || word === 'good' || word === 'right') return 1
  if (word === 0 || word === '0' || word === 'neutral' || word === 'neither') return 0
  if (word === -1 || word === false || word === '-' || word === '-1' || word === 'bad' || word === 'wrong') return -1
  return undefined
}

/** `input`: the problem, then "Step 1: ... ки". `label`: the same with + or - in place of the tag. */
function fromMathShepherd(record: FileFacts): Found | { at: string; expected: string } {
  const lines = String(record['input']).split(/(?=Step \d+:)/)
  const problem = (lines[0] ?? '').trim()
  const steps = lines.slice(1).map(line =>
    line
      .replaceAll(STEP_TAG, '')
      .replace(/^Step \d+:/, '')
      .trim(),
  )
  const labelled = typeof record['label'] === 'string' ? record['label'].split(/(?=Step \d+:)/).slice(1) : undefined
  const marks = labelled?.map(line => markOf(/([+-])\s*$/.exec(line)?.[1]))
  if (marks !== undefined && (marks.length !== steps.length || marks.includes(undefined)))
    return { at: 'label', expected: `+ or - at the end of each of the ${steps.length} steps of input` }
  return {
    problem,
    steps,
    marks,
    names: { 'content.problem': 'input', 'content.steps': 'input', truth: 'label' },
    taken: ['input', 'label'],
  }
}

/** A problem, a list of steps, and perhaps labels: one a step, or the place of the first mistake from 0 (-1 for none). */
function fromLists(record: FileFacts): Found | { at: string; expected: string } {
  const problemName = nameIn(record, PROBLEMS) ?? 'problem'
  const stepsName = stepsNameIn(record) ?? 'steps'
  const given = record[stepsName] as unknown[]
  const steps = given.map(step => textOf(isObject(step) ? (step['text'] ?? step['step']) : step))
  const labelName = LABELS.find(name => record[name] !== undefined && record[name] !== null)
  const rated = given.map(step => (isObject(step) ? markOf(step['rating'] ?? step['label']) : undefined))
  const label = labelName === undefined ? undefined : record[labelName]
  const found = {
    problem: textOf(record[problemName]),
    steps,
    names: { 'content.problem': problemName, 'content.steps': stepsName, truth: labelName ?? stepsName },
    taken: [problemName, stepsName, ...(labelName === undefined ? [] : [labelName])],
  }
  if (label === undefined) return { ...found, marks: rated.some(mark => mark !== undefined) ? rated : undefined }
  if (typeof label === 'number') {
    if (!Number.isInteger(label) || label < -1 || label >= steps.length)
      return {
        at: labelName ?? '',
        expected: `the place of the first wrong step, from 0 to ${steps.length - 1}, or -1 for none`,
      }
    return {
      ...found,
      marks: steps.map((_, index) => (label < 0 || index < label ? 1 : index === label ? -1 : undefined)),
    }
  }
  const marks = Array.isArray(label) ? label.map(onlyTwo(label) ? asTruth : markOf) : []
  if (marks.length !== steps.length || marks.includes(undefined))
    return { at: labelName ?? '', expected: `one of 1, 0, -1, +, -, true, false for each of the ${steps.length} steps` }
  return { ...found, marks }
}

/** Where nothing is -1, 0 and 1 are no and yes (a list of true and false, written as numbers). */
function onlyTwo(labels: unknown[]): boolean {
  return labels.every(label => label === 0 || label === 1) && labels.includes(0)
}
const asTruth = (label: unknown): Mark => (label === 1 ? 1 : -1)

function read(record: FileFacts, { ask }: Pick<Wanted, 'ask'>): Shaped {
  const found = isPrm800k(record)
    ? fromPrm800k(record)
    : isMathShepherd(record)
      ? fromMathShepherd(record)
      : fromLists(record)
  if ('at' in found) return faulty(found.at, found.expected)
  const { problem, steps, marks, names, taken } = found
  const empty = steps.indexOf('')
  if (empty >= 0) return faulty(`${names['content.steps']}.${empty}`, 'the text of a step')
  if (steps.length === 0) return faulty(names['content.steps'] ?? 'steps', 'at least one step')
  const truth = truthOf(marks, (ask as { asksBehind?: true } | undefined)?.asksBehind === true)
  return { ok: true, content: { problem, steps }, ...(truth === undefined ? {} : { truth }), names, taken }
}

function isMathShepherd(record: FileFacts): boolean {
  return typeof record['input'] === 'string' && /Step 1:/.test(record['input']) && record['input'].includes(STEP_TAG)
}

export const reasoningSteps: Shape = {
  name: 'steps',
  kinds: ['steps'],
  fits: record =>
    isPrm800k(record) ||
    isMathShepherd(record) ||
    (nameIn(record, PROBLEMS) !== undefined && stepsNameIn(record) !== undefined),
  inWords: record => {
    if (isPrm800k(record)) return 'PRM800K: question.problem, label.steps with their ratings'
    if (isMathShepherd(record)) return 'Math-Shepherd: input with its steps, label with + and -'
    const found = fromLists(record)
    const names = 'at' in found ? [nameIn(record, PROBLEMS), stepsNameIn(record)] : found.taken
    return `steps of reasoning: ${names.filter(Boolean).join(', ')}`
  },
  read,
}
