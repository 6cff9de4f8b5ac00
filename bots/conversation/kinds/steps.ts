// A reasoning, one step after another, up to the first mistake or to the end; the first mistake gets a reason, and in a task a sentence.
import { lengthOf } from '../cleanText.ts'
import { button, lineOf, para } from '../scenes/scene.ts'
import type { Block } from '../view.ts'
import { isolated } from '../words/fill.ts'
import type { Words } from '../words/index.ts'
import { type Asking, type Drawn, formArg, type KindTalk, type Packer, type Step } from './kindTalk.ts'
import { inRows } from './rowsOf.ts'

type Ask = { question: string; asksBehind?: true }
type Content = { problem: string; steps: string[] }
type Mark = 'right' | 'wrong' | 'neither'
const REASONS = ['calculation', 'rule', 'misread', 'left_out', 'other'] as const
type Reason = (typeof REASONS)[number]
type Draft = { steps: Mark[]; reason?: Reason; note?: string }
type Item = Asking<Ask, Content>['item']

/** As the core's schema asks for them. */
const WORDS = { min: 10, max: 600 }
const MARKS: Mark[] = ['right', 'wrong', 'neither']
/** On a button, and inside a sentence. */
const REASON_WORDS = {
  calculation: ['button.reasonCalculation', 'kinds.reasonCalculation'],
  rule: ['button.reasonRule', 'kinds.reasonRule'],
  misread: ['button.reasonMisread', 'kinds.reasonMisread'],
  left_out: ['button.reasonLeftOut', 'kinds.reasonLeftOut'],
  other: ['button.reasonOther', 'kinds.reasonOther'],
} as const

/** Left to do: the mark of the next step, the reason and the sentence for the first mistake, or nothing. */
function stageOf(asking: Asking<Ask, Content>, draft: Draft): 'mark' | 'reason' | 'note' | 'done' {
  const { ask, content } = asking.item
  const hasMistake = draft.steps.includes('wrong')
  if (hasMistake && draft.reason === undefined) return 'reason'
  const isNoteDue = asking.isTrial !== true && (draft.note === undefined || !fits(draft.note))
  if (hasMistake && isNoteDue) return 'note'
  const isOver = hasMistake && ask.asksBehind !== true
  return isOver || draft.steps.length >= content.steps.length ? 'done' : 'mark'
}

/** Where the first mistake was marked just now: nothing is marked behind it. */
function isAtMistake({ steps }: Draft): boolean {
  return steps.length > 0 && steps.indexOf('wrong') === steps.length - 1
}

function fits(note: string): boolean {
  const length = lengthOf(note)
  return length >= WORDS.min && length <= WORDS.max
}

function draftOf({ item, draft }: Asking<Ask, Content>): Draft {
  const given = draft as { steps?: unknown; reason?: unknown; note?: unknown } | null | undefined
  const marks = Array.isArray(given?.steps) ? given.steps.slice(0, item.content.steps.length) : []
  const steps = marks.flatMap(mark => MARKS.filter(one => one === mark))
  const end = steps.indexOf('wrong')
  const reason = REASONS.find(one => one === given?.reason)
  if (end < 0) return { steps }
  return {
    // Without a reason nothing was asked behind the mistake yet.
    steps: item.ask.asksBehind === true && reason !== undefined ? steps : steps.slice(0, end + 1),
    ...(reason === undefined ? {} : { reason }),
    ...(typeof given?.note === 'string' && reason !== undefined ? { note: given.note } : {}),
  }
}

/** "1 right, 2 wrong: rule used wrongly" */
function marksInWords(w: Words, { steps, reason }: Draft): string {
  const first = steps.indexOf('wrong') + 1
  const one = (mark: Mark, i: number) => {
    if (mark === 'right') return w.say('kinds.stepRight', { i })
    if (mark === 'neither') return w.say('kinds.stepNeither', { i })
    return reason === undefined || i !== first
      ? w.say('kinds.stepWrong', { i })
      : w.say('kinds.stepWrongWhy', { i, state: w.say(REASON_WORDS[reason][1]) })
  }
  return w.list(steps.map((mark, index) => one(mark, index + 1)))
}

function draw(w: Words, asking: Asking<Ask, Content>, packer: Packer): Drawn {
  const draft = draftOf(asking)
  const where = { i: draft.steps.length, n: asking.item.content.steps.length }
  const back = button(w.say('button.backOneStep'), packer('step', 'undo'), { key: 'Backspace' })
  const question = para([isolated(asking.item.ask.question)])
  switch (stageOf(asking, draft)) {
    case 'mark':
      return drawMark(w, asking, draft, packer)
    case 'reason':
      return {
        heading: w.say('kinds.stepsWhy', { i: where.i }),
        line: w.say('kinds.stepsWhy', { i: where.i }),
        below: [],
        rows: [
          ...inRows(
            REASONS.map(one => button(w.say(REASON_WORDS[one][0]), packer('answer', `${one}.${where.i}`))),
            3,
          ),
          [back],
        ],
      }
    case 'note': {
      const short = draft.note === undefined ? undefined : { count: lengthOf(draft.note), ...WORDS }
      return {
        heading: w.say('kinds.stepsWhy', { i: where.i }),
        line: w.say('kinds.stepsNoteLine', { i: where.i }),
        below: [para(short === undefined ? w.spans('kinds.stepsNote') : w.spans('kinds.textWrongLength', short))],
        rows: [[back]],
        form: { payload: packer('write', formArg('steps', String(where.i))), draft: draft.note },
      }
    }
    case 'done': {
      const marks = marksInWords(w, draft)
      return {
        heading: w.say('kinds.stepsDoneHeading'),
        line: lineOf(w.say('kinds.stepsLineDone', { marks })),
        above: [question, para(w.spans('kinds.stepsDone', { marks }))],
        below: noteBlocks(w, draft.note),
        rows: [
          [button(w.say('button.send'), packer('send'), { primary: true })],
          [button(w.say('button.change'), packer('step', 'undo'), { key: 'Backspace' })],
        ],
      }
    }
  }
}

function noteBlocks(w: Words, note: unknown): Block[] {
  return typeof note === 'string' ? [{ type: 'option', label: w.say('form.stepLabel'), text: note }] : []
}

function drawMark(w: Words, asking: Asking<Ask, Content>, draft: Draft, packer: Packer): Drawn {
  const where = { i: draft.steps.length + 1, n: asking.item.content.steps.length }
  const press = (mark: Mark, label: string) => button(label, packer('step', `${mark}.${where.i}`))
  const isBegun = draft.steps.length > 0
  const isWhole = asking.list % 2 === 1
  return {
    heading: w.say('kinds.stepsHeading', where),
    line: w.say('kinds.stepsLine', where),
    above: [
      ...(isBegun ? [para(w.spans('kinds.stepsBefore', { marks: marksInWords(w, draft) }))] : []),
      ...(isAtMistake(draft) ? [para(w.spans('kinds.stepsBehind'))] : []),
    ],
    below: [],
    rows: [
      [
        press('right', w.say('button.right')),
        press('wrong', w.say('button.wrong')),
        press('neither', w.say('button.neither')),
      ],
      [
        ...(isBegun ? [button(w.say('button.backOneStep'), packer('step', 'undo'), { key: 'Backspace' })] : []),
        isWhole
          ? button(w.say('button.showOneStep'), packer('list', 0))
          : button(w.say('button.showAllSteps'), packer('list', 1)),
      ],
    ],
  }
}

/** Takes back the latest thing: a mark behind the first mistake, the sentence, its reason, then the mark. */
function undone(draft: Draft): Draft {
  if (draft.reason !== undefined && !isAtMistake(draft)) return { ...draft, steps: draft.steps.slice(0, -1) }
  if (draft.note !== undefined && draft.reason !== undefined) return { steps: draft.steps, reason: draft.reason }
  if (draft.reason !== undefined) return { steps: draft.steps }
  return { steps: draft.steps.slice(0, -1) }
}

function step(asking: Asking<Ask, Content>, verb: string, arg: string): Step {
  const draft = draftOf(asking)
  const stage = stageOf(asking, draft)
  if (verb === 'list' && /^[01]$/.test(arg)) return { list: Number(arg) }
  if (verb === 'write') return stage === 'note' ? { isWriting: true } : 'stale'
  if (verb === 'send') return stage === 'done' ? { answer: draft } : 'stale'
  if (verb === 'step' && arg === 'undo') return draft.steps.length === 0 ? 'stale' : { draft: undone(draft) }
  const [given, place] = arg.split('.')
  // The place tells a second tap on a button from before.
  if (verb === 'step' && stage === 'mark' && Number(place) === draft.steps.length + 1) {
    const mark = MARKS.find(one => one === given)
    return mark === undefined ? 'stale' : { draft: { ...draft, steps: [...draft.steps, mark] } }
  }
  if (verb === 'answer' && stage === 'reason' && Number(place) === draft.steps.length) {
    const reason = REASONS.find(one => one === given)
    return reason === undefined ? 'stale' : { draft: { ...draft, reason } }
  }
  return 'stale'
}

function wrote(asking: Asking<Ask, Content>, text: string, arg: string): Step {
  const draft = draftOf(asking)
  const isAsked =
    asking.isTrial !== true &&
    isAtMistake(draft) &&
    draft.reason !== undefined &&
    arg === formArg('steps', String(draft.steps.length))
  if (!isAsked) return 'stale'
  const { note: _before, ...rest } = draft
  return { draft: text === '' ? rest : { ...rest, note: text } }
}

function sections(w: Words, asking: Asking<Ask, Content>) {
  const { problem, steps } = asking.item.content
  const first = { key: 'q', label: w.say('kinds.problem'), text: problem }
  const draft = draftOf(asking)
  const isNext = stageOf(asking, draft) === 'mark'
  const place = Math.min(isNext ? draft.steps.length : Math.max(0, draft.steps.length - 1), steps.length - 1)
  if (asking.isWhole === true || asking.list % 2 === 1) {
    const all = steps.map((text, index) => `${index + 1}. ${text}`).join('\n\n')
    return [first, { key: 'all', label: w.say('kinds.allSteps'), text: all }]
  }
  return [first, { key: `s${place + 1}`, label: w.say('kinds.step', { i: place + 1 }), text: steps[place] ?? '' }]
}

function answerIn(item: Item, answer: unknown): Draft {
  return draftOf({ item, draft: answer, seed: undefined, list: 0, isWriting: false })
}

export const steps: KindTalk<Ask, Content> = {
  sections,
  draw,
  step,
  wrote,
  inWords: (w, item, answer) => w.say('kinds.stepsWords', { marks: marksInWords(w, answerIn(item, answer)) }),
  details: (w, item, answer) => noteBlocks(w, answerIn(item, answer).note),
  form: (w, arg) =>
    /^\d{1,2}$/.test(arg)
      ? {
          title: w.say('form.stepTitle', { i: Number(arg) }),
          label: w.say('form.stepLabel'),
          placeholder: w.say('form.stepPlaceholder'),
          open: w.say('button.write'),
          ...WORDS,
        }
      : undefined,
}
