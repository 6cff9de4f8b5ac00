// What stands under a change while it is reviewed: its comments, and the question that is open. Pure.
import type { DiffFile } from '@perle/core'
import { lengthOf } from '../cleanText.ts'
import { button, lineOf, para } from '../scenes/scene.ts'
import type { Block, Button, Span } from '../view.ts'
import { isolated } from '../words/fill.ts'
import type { Words } from '../words/index.ts'
import { filesIn, shortPath } from './changeText.ts'
import {
  type At,
  type CodeDraft,
  type Comment,
  type Decision,
  hasMust,
  isSendable,
  type Place,
  WEIGHTS,
  type Weight,
  WORDS,
} from './codeDraft.ts'
import { markedNumber, spansOf } from './codeLines.ts'
import { type Asking, type Drawn, formArg, type Packer } from './kindTalk.ts'
import { pagesOf, rowsOf } from './rowsOf.ts'

type Code = Asking<{ question: string }, { title: string; claim: string; diff: string }>

/** Characters of a path in a sentence, and on a button. */
const PATH = 30
const PATH_ON_BUTTON = 34

/** With their keys beside them, more do not fit a row of 360 pixels. */
const LINES_A_ROW = 3

const WEIGHT_NAMES = { must: 'mustFix', should: 'shouldFix', question: 'question' } as const
const DECISION_NAMES = { safe: 'safeToMerge', needs_changes: 'needsChanges', cannot_judge: 'cannotJudge' } as const

function decisionInWords(w: Words, decision: Decision): string {
  return w.say(`button.${DECISION_NAMES[decision]}`)
}

function weightInWords(w: Words, weight: Weight): string {
  return w.say(`button.${WEIGHT_NAMES[weight]}`)
}

/** `pages.js:14`; a line that is gone carries a minus, as beside it in the change. */
function placeInWords({ file, line, side }: Place): string {
  return `${shortPath(file, PATH)}:${side === 'old' ? '−' : ''}${line}`
}

/** "Needs changes, 1 comment at pages.js:14" */
export function reviewInWords(w: Words, { decision, comments }: CodeDraft): string {
  const said = decision === undefined ? '' : decisionInWords(w, decision)
  if (comments.length === 0) return said
  const few = comments.slice(0, 3).map(one => isolated(placeInWords(one)))
  return w.say('kinds.codeReview', { decision: said, count: comments.length, places: w.list(few) })
}

/** Each comment under its place and weight; without words the place alone. */
export function commentBlocks(w: Words, comments: Comment[]): Block[] {
  return comments.map((one): Block => {
    const head = w.say('kinds.codeComment', { where: placeInWords(one), state: weightInWords(w, one.weight) })
    return one.text === undefined ? para([head]) : { type: 'option', label: head, text: one.text }
  })
}

export function drawCode(w: Words, asking: Code, draft: CodeDraft, packer: Packer): Drawn {
  const { title } = asking.item.content
  const drawn = screenOf(w, asking, draft, packer)
  // Above the change: on a phone what stands below it is out of sight.
  const above = [para(drawn.asked ?? [isolated(asking.item.ask.question)])]
  return { heading: title, above, line: lineOf(drawn.line), below: drawn.below, rows: drawn.rows, ...formIn(drawn) }
}

/** `asked` is the question that is open; without one it is that of the task. */
type Screen = Omit<Drawn, 'heading' | 'above'> & { asked?: Span[] }

function formIn({ form }: Screen): Pick<Drawn, 'form'> {
  return form === undefined ? {} : { form }
}

function screenOf(w: Words, asking: Code, draft: CodeDraft, packer: Packer): Screen {
  const files = filesIn(asking.item.content.diff)
  const { at } = draft
  switch (at?.step) {
    case 'file':
      return fileScreen(w, files, at, packer)
    case 'line':
      return lineScreen(w, files, at, packer)
    case 'weight':
      return {
        line: w.say('kinds.codeWeight', { where: placeInWords(at) }),
        asked: w.spans('kinds.codeWeight', { where: placeInWords(at) }),
        below: [],
        rows: [...rowsOf(WEIGHTS.map(one => button(weightInWords(w, one), packer('answer', one)))), [back(w, packer)]],
      }
    case 'words':
      return wordsScreen(w, files, at, packer)
    case 'decide':
      return {
        line: w.say('kinds.codeDecide'),
        asked: w.spans('kinds.codeDecide'),
        below: commentBlocks(w, draft.comments),
        rows: [
          ...rowsOf(
            (['safe', 'needs_changes', 'cannot_judge'] as const).map(one =>
              button(decisionInWords(w, one), packer('choose', one)),
            ),
          ),
          [back(w, packer)],
        ],
      }
    default:
      return draft.decision === undefined ? overview(w, draft, packer) : summary(w, draft, packer)
  }
}

function back(w: Words, packer: Packer): Button {
  return button(w.say('button.back'), packer('step', 'back'), { key: 'Backspace' })
}

function overview(w: Words, draft: CodeDraft, packer: Packer): Screen {
  const hasComments = draft.comments.length > 0
  const undo = button(w.say('button.undoComment'), packer('step', 'undo'), { key: 'Backspace' })
  return {
    line: w.say('kinds.codeLine'),
    below: hasComments ? commentBlocks(w, draft.comments) : [],
    rows: [
      [
        ...(draft.comments.length < 10 ? [button(w.say('button.commentLine'), packer('step', 'comment'))] : []),
        button(w.say('button.decide'), packer('step', 'decide')),
      ],
      ...(hasComments ? [[undo]] : []),
    ],
  }
}

function summary(w: Words, draft: CodeDraft, packer: Packer): Screen {
  const review = reviewInWords(w, draft)
  const change = button(w.say('button.change'), packer('clear'))
  const comment = button(w.say('button.commentLine'), packer('step', 'comment'))
  const asked = w.spans('kinds.codeDone', { review })
  const comments = commentBlocks(w, draft.comments)
  if (isSendable(draft)) {
    const send = button(w.say('button.send'), packer('send'), { primary: true })
    return { line: w.say('kinds.codeLineDone', { review }), asked, below: comments, rows: [[send], [change]] }
  }
  const missing = hasMust(draft) ? 'kinds.codeNotSafe' : 'kinds.codePointTo'
  return {
    line: w.say(missing),
    asked: [...asked, ' ', ...w.spans(missing)],
    below: comments,
    rows: [hasMust(draft) ? [change] : [comment, change]],
  }
}

function fileScreen(w: Words, files: DiffFile[], at: Extract<At, { step: 'file' }>, packer: Packer): Screen {
  const buttons = files.flatMap((file, index) =>
    file.hunks.length === 0 ? [] : [button(shortPath(file.path, PATH_ON_BUTTON), packer('step', `f${index}`))],
  )
  const pages = pagesOf(buttons, 3)
  const page = at.page % pages.length
  return {
    line: w.say('kinds.codeFile'),
    asked: w.spans('kinds.codeFile'),
    below: [],
    rows: [...rowsOf(pages[page] ?? []), lastRow(w, page, pages.length, packer)],
  }
}

/** Changed lines first; unchanged ones are a tap away, or typed. */
function lineScreen(w: Words, files: DiffFile[], at: Extract<At, { step: 'line' }>, packer: Packer): Screen {
  const index = files[at.file] === undefined ? 0 : at.file
  const lines = files[index]?.hunks.flat() ?? []
  const changed = lines.filter(line => line.mark !== 'same')
  const buttons = (at.all === true ? lines : changed).map(line =>
    button(markedNumber(line), packer('step', `${line.mark === 'removed' ? 'o' : 'n'}${line.number}.${index}`)),
  )
  const pages = pagesOf(buttons, 3, LINES_A_ROW)
  const page = at.page % pages.length
  const file = shortPath(files[index]?.path ?? '', PATH)
  const missed = { file, line: at.asked ?? '', spans: w.list(spansOf(w, lines)) }
  const question = w.spans('kinds.codeWhichLine', { file })
  const other = button(w.say(at.all === true ? 'button.changedLines' : 'button.allLines'), packer('step', 'all'))
  const [more, last] = [pages.length > 1, changed.length < lines.length]
  return {
    line: w.say('kinds.codeWhichLine', { file }),
    asked: at.asked === undefined ? question : [...w.spans('kinds.codeNotShown', missed), ' ', ...question],
    below: [],
    rows: [
      ...rowsOf(pages[page] ?? [], LINES_A_ROW),
      [
        ...(more ? [button(w.say('button.moreAnswers'), packer('list', (page + 1) % pages.length))] : []),
        ...(last ? [other] : []),
        back(w, packer),
      ],
    ],
  }
}

function lastRow(w: Words, page: number, pages: number, packer: Packer): Button[] {
  const more = button(w.say('button.moreAnswers'), packer('list', (page + 1) % pages))
  return [...(pages > 1 ? [more] : []), back(w, packer)]
}

function wordsScreen(w: Words, files: DiffFile[], at: Extract<At, { step: 'words' }>, packer: Packer): Screen {
  const where = placeInWords(at)
  const file = files.findIndex(one => one.path === at.file)
  const arg = `${at.side === 'old' ? 'o' : 'n'}${at.line}.${file}`
  const values = { where, state: weightInWords(w, at.weight) }
  const wrong = at.text === undefined ? undefined : { count: lengthOf(at.text), ...WORDS }
  return {
    line: w.say('kinds.codeWordsLine', { where: placeInWords(at) }),
    asked: w.spans('kinds.codeComment', values),
    below: [para(wrong === undefined ? w.spans('kinds.codeWords') : w.spans('kinds.textWrongLength', wrong))],
    rows: [[back(w, packer)]],
    form: { payload: packer('write', formArg('codeReview', arg)), draft: at.text },
  }
}
