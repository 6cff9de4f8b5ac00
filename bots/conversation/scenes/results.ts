// S24, the list behind it: one's answers, each with what became of it.
import { type AnswerStatus, listAnswers } from '@perle/core'
import { pack } from '../buttons.ts'
import { talkOf } from '../kinds/index.ts'
import { rowsOf } from '../kinds/rowsOf.ts'
import type { StateOf } from '../state.ts'
import type { Span } from '../view.ts'
import type { Words } from '../words/index.ts'
import { button, drawer, para, type Scene } from './scene.ts'

type Filter = StateOf<'results'>['filter']
const FILTERS: Filter[] = ['all', 'pending', 'accepted', 'rejected']
/** A long text is recognised by its beginning. */
const SHORT = 40

export const results: Scene<StateOf<'results'>> = {
  async show({ ctx, person, w }, state) {
    const { filter } = state
    const list = await listAnswers(ctx, { contributorId: person.id, filter, page: state.page })
    const page = Math.min(state.page, list.pages - 1)
    const d = drawer(w)
    const see = list.answers.map((one, index) =>
      button(w.say('button.seeOne', { n: index + 1 }), pack('answer', 'go', one.submissionId)),
    )
    const turn = (label: 'newer' | 'older', to: number) =>
      d.press(label, 'results', 'page', undefined, `${filter}.${to}`)
    const turns = [
      ...(page > 0 ? [turn('newer', page - 1)] : []),
      ...(page < list.pages - 1 ? [turn('older', page + 1)] : []),
    ]
    const filters = { all: 'all', pending: 'onlyPending', accepted: 'onlyAccepted', rejected: 'onlyRefused' } as const
    const headings = {
      all: 'heading',
      pending: 'headingPending',
      accepted: 'headingAccepted',
      rejected: 'headingRejected',
    } as const
    return {
      heading: w.say(`results.${headings[filter]}`),
      line: w.say('results.line', { count: list.total }),
      blocks: [
        ...(list.answers.length === 0
          ? [para(filter === 'all' ? w.spans('results.none') : w.spans('results.noneOf'))]
          : [{ type: 'list' as const, ordered: true, items: list.answers.map(one => lineFor(w, one)) }]),
        ...(list.pages > 1 ? [para(w.spans('results.page', { i: page + 1, n: list.pages }))] : []),
      ],
      rows: [
        ...rowsOf(see, 4),
        FILTERS.filter(one => one !== filter).map(one => d.press(filters[one], 'results', 'list', undefined, one)),
        ...(turns.length === 0 ? [] : [turns]),
        [d.press('back', 'me', 'go')],
      ],
    }
  },

  async press(_talk, press) {
    const [name, page] = press.arg.split('.')
    const filter = FILTERS.find(one => one === name) ?? 'all'
    return { to: { scene: 'results', filter, page: Number(page) || 0 } }
  },
}

function lineFor(w: Words, one: AnswerStatus): Span[] {
  const words =
    one.answer === null
      ? w.say('results.erased')
      : shortened(talkOf(one.item.kind).inWords(w, one.item, one.answer, true))
  const values = { campaign: one.campaignTitle, date: w.day(one.submittedAt), answer: words }
  return [...w.spans('results.one', values), '\n', becameOf(w, one)]
}

function becameOf(w: Words, one: AnswerStatus): string {
  if (one.state === 'pending') return w.say('results.pending')
  if (one.state === 'rejected') return one.appeal === 'open' ? w.say('results.appealed') : w.say('results.rejected')
  return one.sum === null
    ? w.say('results.acceptedOpen', { sum: w.sum(one.about ?? one.price) })
    : w.say('results.accepted', { sum: w.sum(one.sum) })
}

export function shortened(text: string, most = SHORT): string {
  const points = [...text]
  return points.length <= SHORT
    ? text
    : `${points
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}
