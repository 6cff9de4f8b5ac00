// S16. A change with its claim: comments on lines, each with a weight, then a decision.

import { codePicture } from '../scenes/scene.ts'
import type { Words } from '../words/index.ts'
import { changeBlocks, changeText, filesIn, shortPath, sizeOf, unifiedText } from './changeText.ts'
import {
  type At,
  backFrom,
  type CodeDraft,
  DECISIONS,
  isSendable,
  MOST_COMMENTS,
  type Place,
  readDraft,
  WEIGHTS,
  WORDS,
  withComment,
  wordsFit,
} from './codeDraft.ts'
import { placeTyped } from './codeLines.ts'
import { commentBlocks, drawCode, reviewInWords } from './codeScreens.ts'
import type { Asking, KindTalk, Section, Step } from './kindTalk.ts'

type Ask = { question: string }
type Content = { title: string; claim: string; diff: string }
type Code = Asking<Ask, Content>

/** Characters of a path above a picture: two of its lines. */
const TITLE = 80

/** `n14.0`: line 14 of the new side of the first file; `o14.0`: of the old one. */
function placeFrom(asking: Code, arg: string): Place | undefined {
  const [, side, line, index] = /^([no])(\d{1,6})\.(\d{1,3})$/.exec(arg) ?? []
  const file = filesIn(asking.item.content.diff)[Number(index)]
  const isThere = file?.hunks
    .flat()
    .some(one => one.number === Number(line) && (one.mark === 'removed') === (side === 'old'))
  return file !== undefined && isThere === true
    ? { file: file.path, line: Number(line), side: side === 'old' ? 'old' : 'new' }
    : undefined
}

function draftOf(asking: Code): CodeDraft {
  return readDraft(asking.draft, filesIn(asking.item.content.diff))
}

/** `write` carries the place, so that a form knows its line without reading anything. */
function step(asking: Code, verb: string, arg: string): Step {
  const draft = draftOf(asking)
  const { at: _at, ...calm } = draft
  switch (verb) {
    case 'write':
      return draft.at?.step === 'words' ? { isWriting: true } : 'stale'
    case 'send':
      return isSendable(draft) && draft.decision !== undefined
        ? { answer: { decision: draft.decision, comments: draft.comments } }
        : 'stale'
    case 'list':
      return turned(draft, arg)
    case 'clear': {
      const { decision: _decision, ...rest } = calm
      return { draft: rest }
    }
    case 'choose':
      return decided(draft, arg)
    case 'answer':
      return weighed(asking, draft, arg)
    case 'step':
      return moved(asking, draft, arg)
    default:
      return 'stale'
  }
}

function turned(draft: CodeDraft, arg: string): Step {
  if (!/^\d{1,4}$/.test(arg) || (draft.at?.step !== 'file' && draft.at?.step !== 'line')) return 'stale'
  const { asked: _asked, ...at } = { asked: undefined, ...draft.at }
  return { draft: { ...draft, at: { ...at, page: Number(arg) } } }
}

function decided(draft: CodeDraft, arg: string): Step {
  const decision = DECISIONS.find(one => one === arg)
  if (decision === undefined || draft.at?.step !== 'decide') return 'stale'
  return { draft: { comments: draft.comments, decision } }
}

/** How much the comment weighs; in a practice or a test that is all of it. */
function weighed(asking: Code, draft: CodeDraft, arg: string): Step {
  const weight = WEIGHTS.find(one => one === arg)
  if (weight === undefined || draft.at?.step !== 'weight') return 'stale'
  const { file, line, side } = draft.at
  if (asking.isTrial === true) return { draft: withComment(draft, { file, line, side, weight }) }
  const before = draft.comments.find(one => one.file === file && one.line === line && one.side === side)?.text
  return {
    draft: {
      ...draft,
      at: { step: 'words', file, line, side, weight, ...(before === undefined ? {} : { text: before }) },
    },
  }
}

function moved(asking: Code, draft: CodeDraft, arg: string): Step {
  const files = filesIn(asking.item.content.diff)
  const to = (at: At): Step => ({ draft: { ...draft, at } })
  if (arg === 'comment') {
    if (draft.comments.length >= MOST_COMMENTS) return 'stale'
    const withLines = files.flatMap((file, index) => (file.hunks.length === 0 ? [] : [index]))
    return to(withLines.length > 1 ? { step: 'file', page: 0 } : { step: 'line', file: withLines[0] ?? 0, page: 0 })
  }
  if (arg === 'decide') return to({ step: 'decide' })
  if (arg === 'back') return { draft: backFrom(draft, files) }
  if (arg === 'undo')
    return draft.comments.length === 0 ? 'stale' : { draft: { ...draft, comments: draft.comments.slice(0, -1) } }
  if (arg === 'all' && draft.at?.step === 'line') {
    const { step, file, all } = draft.at
    return to({ step, file, page: 0, ...(all === true ? {} : { all: true }) })
  }
  if (/^f\d{1,3}$/.test(arg) && draft.at?.step === 'file') {
    const file = Number(arg.slice(1))
    return files[file] === undefined || files[file].hunks.length === 0 ? 'stale' : to({ step: 'line', file, page: 0 })
  }
  const place = placeFrom(asking, arg)
  return place === undefined || draft.at?.step !== 'line' ? 'stale' : to({ step: 'weight', ...place })
}

function wrote(asking: Code, text: string, arg: string): Step {
  const draft = draftOf(asking)
  const place = placeFrom(asking, arg.slice(arg.indexOf('.') + 1))
  const { at } = draft
  const isAsked = asking.isTrial !== true && at?.step === 'words' && place !== undefined
  if (!isAsked || at.file !== place.file || at.line !== place.line || at.side !== place.side) return 'stale'
  if (!wordsFit(text)) return { draft: { ...draft, at: { ...at, text } } }
  return { draft: withComment(draft, { ...place, weight: at.weight, text }) }
}

/** A line typed by its number, also an unchanged one; of a line that nobody sees it is said which ones are shown. */
function typed(_w: Words, asking: Code, text: string): Step | undefined {
  const draft = draftOf(asking)
  const { at } = draft
  if (at?.step !== 'line') return undefined
  const found = placeTyped(filesIn(asking.item.content.diff), at.file, text)
  if (found === undefined) return undefined
  if ('line' in found) return { draft: { ...draft, at: { step: 'weight', ...found } } }
  const { all } = at
  return {
    draft: { ...draft, at: { step: 'line', file: found.file, page: 0, ...(all ? { all } : {}), asked: found.asked } },
  }
}

function sections(w: Words, asking: Code): Section[] {
  const files = filesIn(asking.item.content.diff)
  const { added, removed } = sizeOf(files)
  const size = w.say('kinds.codeSize', { count: files.length, added: `+${added}`, removed: `−${removed}` })
  const [only] = files.length === 1 ? files : []
  const title = only === undefined ? size : shortPath(only.path, TITLE)
  const drawn = (from: number, to: number) => {
    const blocks = changeBlocks(w, files, from, to)
    const text = unifiedText(blocks, only === undefined)
    const picture = codePicture({ kind: 'diff', title, text, ...(only && { language: only.path }) })
    return text === '' ? blocks : [...blocks, picture]
  }
  return [
    { key: 'q', label: w.say('kinds.codeClaim'), text: asking.item.content.claim },
    { key: 'd', label: size, text: changeText(w, files), drawn },
  ]
}

export const codeReview: KindTalk<Ask, Content> = {
  sections,
  hasFile: true,
  draw: (w, asking, packer) => drawCode(w, asking, draftOf(asking), packer),
  step,
  wrote,
  typed,
  inWords: (w, item, answer) => reviewInWords(w, readDraft(answer, filesIn(item.content.diff))),
  details: (w, item, answer) => commentBlocks(w, readDraft(answer, filesIn(item.content.diff)).comments),
  form: (w, arg) => {
    const line = /^[no](\d{1,6})\.\d{1,3}$/.exec(arg)?.[1]
    if (line === undefined) return undefined
    return {
      title: w.say('form.codeTitle', { line }),
      label: w.say('form.codeLabel'),
      placeholder: w.say('form.codePlaceholder'),
      open: w.say('button.write'),
      ...WORDS,
    }
  },
}
