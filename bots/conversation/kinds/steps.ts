// A reasoning, one step after another, up to the first mistake; that one gets a reason, and in a task a sentence.
import { lengthOf } from '../cleanText.ts'
import { button, lineOf, para } from '../scenes/scene.ts'
import type { Block } from '../view.ts'
import { isolated } from '../words/fill.ts'
import type { Words } from '../words/index.ts'
import { type Asking, type Drawn, formArg, type KindTalk, type Packer, type Step } from './kindTalk.ts'
import { inRows } from './rowsOf.ts'

type Ask = { question: string }
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

/** Left to do: the mark of the next step, the reason, the sentence, or nothing. */
function stageOf(asking: Asking<Ask, Content>, draft: Draft): 'mark' | 'reason' | 'note' | 'done' {
  const isWrong = draft.steps.at(-1) === 'wrong'
  if (!isWrong) return draft.steps.length < asking.item.content.steps.length ? 'mark' : 'done'
  if (draft.reason === undefined) return 'reason'
  return asking.isTrial === true || (draft.note !== undefined && fits(draft.note)) ? 'done' : 'note'
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
    steps: steps.slice(0, end + 1),
    ...(reason === undefined ? {} : { reason }),
    ...(typeof given?.note === 'string' && reason !== undefined ? { note: given.note } : {}),
  }
}

/** "1 right, 2 wrong: rule used wrongly" */
function marksInWords(w: Words, { steps, reason }: Draft): string {
  const one = (mark: Mark, i: number) => {
    if (mark === 'right') return w.say('kinds.stepRight', { i })
    if (mark === 'neither') return w.say('kinds.stepNeither', { i })
    return reason === undefined
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
    above: isBegun ? [para(w.spans('kinds.stepsBefore', { marks: marksInWords(w, draft) }))] : [],
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

/** Takes back the latest thing: the sentence with its reason first, then the mark. */
function undone(draft: Draft): Draft {
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
    return mark === undefined ? 'stale' : { draft: { steps: [...draft.steps, mark] } }
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
    asking.isTrial !== true && draft.reason !== undefined && arg === formArg('steps', String(draft.steps.length))
  if (!isAsked) return 'stale'
  const { note: _before, ...rest } = draft
  return { draft: text === '' ? rest : { ...rest, note: text } }
}

function sections(w: Words, asking: Asking<Ask, Content>) {
  const { problem, steps } = asking.item.content
  const first = { key: 'q', label: w.say('kinds.problem'), text: problem }
  const at = draftOf(asking).steps
  const isOver = at.at(-1) === 'wrong'
  const place = Math.min(isOver ? at.length - 1 : at.length, steps.length - 1)
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
