// A question on screen, whatever its kind and wherever it is asked: task, practice, test. Long content is read in parts first.
import { type Press, pack } from './buttons.ts'
import { codeIn } from './codeIn.ts'
import { formOf } from './forms.ts'
import { talkOf } from './kinds/index.ts'
import type { Asking, Packer, Section, Step } from './kinds/kindTalk.ts'
import { rowsOf } from './kinds/rowsOf.ts'
import { mediaBlock } from './mediaBlock.ts'
import { fitsOneScreen, isAllRead, minutesOf, partsOf, readingOf, readOn } from './reading.ts'
import { button, codePicture, lineOf, type Shown } from './scenes/scene.ts'
import type { Reading } from './state.ts'
import type { Block, Button } from './view.ts'
import type { Words } from './words/index.ts'

export type Question = {
  asking: Asking
  reading: Reading | undefined
  scene: 'task' | 'practice' | 'test'
  /** The lease, or the item of a practice or test question. */
  id: string
  above?: Block[]
  foot?: Block[]
  /** The last row: guide, skip and the way out. */
  frame: Button[]
  /** What is hard to see in it, until it is uncovered. */
  covered?: string | undefined
}

/** The texts of a question, each with the media that stand at it. */
export function sectionsOf(w: Words, asking: Asking): Section[] {
  const sections = talkOf(asking.item.kind).sections(w, asking)
  const { media = [] } = asking.item
  if (media.length === 0) return sections
  const home = (at: string) => sections.find(section => section.of === at) ?? sections[0]
  return sections.map(section => {
    const here = media.filter(one => home(one.at) === section)
    return here.length === 0 ? section : { ...section, media: here.map(one => mediaBlock(w, one, asking.isBlurred)) }
  })
}

/** Content as blocks; labelled texts stand under their label. */
export function blocksOf(sections: Section[]): Block[] {
  return sections.flatMap(section => stretchOf(section, 0, section.text.length))
}

/** Code inside a text is there as pictures, too. */
function codePictures(label: string | undefined, part: string): Block[] {
  return codeIn(part).map(({ language, text }) =>
    codePicture({ kind: 'code', title: language === '' ? (label ?? '') : language, text, language }),
  )
}

/** A stretch of one text. */
function stretchOf({ label, text, drawn, media = [] }: Section, from: number, to: number): Block[] {
  const shown = from === 0 ? media : []
  const part = text.slice(from, to)
  if (drawn !== undefined || shown.length > 0) {
    const head: Block[] = label === undefined ? [] : [{ type: 'text', spans: [{ bold: label }] }]
    const plain: Block[] = part === '' ? [] : [{ type: 'content', text: part }]
    return [...head, ...shown, ...(drawn === undefined ? [...plain, ...codePictures(label, part)] : drawn(from, to))]
  }
  const shownText: Block = label === undefined ? { type: 'content', text: part } : { type: 'option', label, text: part }
  return [shownText, ...codePictures(label, part)]
}

/** Rows of a screen: of a phone's six the frame takes one, and the kind at most four. */
const ROWS = 6

/** The ways through long content in their own rows while there is room, else in one. */
function withReading(reading: Button[][], answers: Button[][]): Button[][] {
  const isTight = reading.length + answers.length + 1 > ROWS
  return [...(isTight ? [reading.flat()] : reading), ...answers]
}

export function drawQuestion(w: Words, question: Question): Shown {
  const { asking } = question
  const talk = talkOf(asking.item.kind)
  const packer: Packer = (verb, arg) => pack(question.scene, verb, question.id, arg)
  if (question.covered !== undefined) return cover(w, { ...question, what: question.covered }, packer)
  const drawn = talk.draw(w, asking, packer)
  const sections = sectionsOf(w, asking)
  const read = drawReading(w, sections, question.reading, packer, question.scene === 'task')
  const file = read.rows.length === 0 && talk.hasFile ? [waysOut(w, packer, question.scene === 'task')] : []
  const answers = read.isDone ? drawn.rows : []
  const form = drawn.form && read.isDone ? formOf(drawn.form.payload, w) : undefined
  return {
    heading: drawn.heading,
    line: read.line ?? drawn.line,
    blocks: [
      ...(question.above ?? []),
      ...(drawn.above ?? []),
      ...read.blocks,
      ...(read.isDone ? drawn.below : []),
      ...(question.foot ?? []),
    ],
    rows: [...withReading([...read.rows, ...file], answers), question.frame],
    form: form && { ...form, ...(drawn.form?.draft === undefined ? {} : { draft: drawn.form.draft }) },
  }
}

/** Nothing of it is shown before it is asked for, and passing it by is as near as looking. */
export function cover(
  w: Words,
  hard: { what: string; above?: Block[]; foot?: Block[]; frame: Button[] },
  packer: Packer,
): Shown {
  return {
    heading: w.say('hard.heading'),
    line: w.say('hard.line'),
    blocks: [
      ...(hard.above ?? []),
      { type: 'text', spans: w.spans('hard.shows', { what: hard.what }) },
      { type: 'text', spans: w.spans('hard.cover') },
      ...(hard.foot ?? []),
    ],
    rows: [[button(w.say('button.showIt'), packer('show'))], hard.frame],
  }
}

/** All of it in one file, and where the payload alone says whose it is, on one page. */
function waysOut(w: Words, packer: Packer, isReadable: boolean): Button[] {
  const payload = packer('file')
  const file: Button = { kind: 'file', label: w.say('button.getFile'), payload }
  return isReadable ? [file, { kind: 'read', label: w.say('button.readOnWeb'), payload }] : [file]
}

type Read = { isDone: boolean; line?: string; blocks: Block[]; rows: Button[][] }

/** The content, or the part of it that is open, with the buttons that lead through it. */
export function drawReading(
  w: Words,
  sections: Section[],
  given: Reading | undefined,
  packer: Packer,
  isReadable = true,
): Read {
  if (fitsOneScreen(sections)) return { isDone: true, blocks: blocksOf(sections), rows: [] }
  const first = sections[0] as Section
  const reading = readingOf(sections, given) as Reading
  const open = sections.find(section => section.key === reading.text) ?? first
  const parts = partsOf(open.text)
  const part = Math.min(reading.part, parts.length - 1)
  const isDone = isAllRead(sections, reading)
  const isLast = part === parts.length - 1
  const turns = [
    ...(isLast
      ? []
      : [button(w.say('button.nextPart'), packer('read', `${open.key}.${part + 1}`), { primary: !isDone })]),
    ...(part === 0 ? [] : [button(w.say('button.back'), packer('read', `${open.key}.${part - 1}`))]),
  ]
  const others = sections.filter(section => section.key !== open.key)
  const jumps = others.map(section =>
    button(
      section.label !== undefined && section.label.length === 1
        ? w.say('button.readOne', { letter: section.label })
        : w.say('button.readSource'),
      packer('read', `${section.key}.0`),
    ),
  )
  return {
    isDone,
    ...(isDone
      ? {}
      : {
          line:
            sections.length === 1
              ? w.say('reading.line', { i: part + 1, n: parts.length })
              : lineOf(w.say('reading.lineSeveral')),
        }),
    blocks: partBlocks(w, sections, reading, open, part, parts),
    rows: [...(turns.length === 0 ? [] : [turns]), ...rowsOf(jumps, 4), waysOut(w, packer, isReadable)],
  }
}

function partBlocks(
  w: Words,
  sections: Section[],
  reading: Reading,
  open: Section,
  part: number,
  parts: string[],
): Block[] {
  const from = parts.slice(0, part).join('').length
  const where = { i: part + 1, n: parts.length }
  const head =
    sections.length === 1 && part === 0
      ? w.spans('reading.partFirst', { ...where, count: minutesOf(open.text) })
      : w.spans('reading.part', where)
  const isSeveral = sections.length > 1
  const marks = sections
    .filter(section => section.label !== undefined)
    .map(section =>
      reading.done.includes(section.key)
        ? w.say('reading.yes', { label: section.label ?? '' })
        : w.say('reading.notYet', { label: section.label ?? '' }),
    )
  return [
    ...(parts.length > 1 ? [{ type: 'text' as const, spans: head }] : []),
    ...stretchOf(open, from, from + (parts[part] as string).length),
    ...(isSeveral ? [{ type: 'text' as const, spans: w.spans('reading.read', { list: w.list(marks) }) }] : []),
    ...(isAllRead(sections, reading) && (isSeveral || part === parts.length - 1)
      ? [{ type: 'text' as const, spans: w.spans('reading.allOfIt') }]
      : []),
  ]
}

/** What a press did: a part was opened, or the kind took a step. */
export function stepOf(
  w: Words,
  asking: Asking,
  reading: Reading | undefined,
  press: Press,
): Step | { reading: Reading } | { isShown: true } {
  if (press.verb === 'show') return { isShown: true }
  const talk = talkOf(asking.item.kind)
  const sections = sectionsOf(w, asking)
  if (press.verb === 'read') {
    const opened = readOn(sections, readingOf(sections, reading), press.arg)
    return opened === undefined ? 'stale' : { reading: opened }
  }
  return talk.step(asking, press.verb, press.arg)
}
