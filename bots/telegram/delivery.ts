// Shows what the outbox holds. Of one account only one thing is under way at a time, and of its screens only the newest; accounts do not
// wait for each other. A screen that Telegram does not take now goes back to its row and comes again; nothing is kept only here.
import {
  type BaseContext,
  type ContributorId,
  type NoticeCode,
  noteReach,
  type OpenDatabase,
  plainMessage,
  runTurn,
} from '@perle/core'
import {
  dropRecipient,
  dueMessages,
  forgetMessage,
  killMessage,
  localeOfAccount,
  postponeRecipient,
  type WaitingMessage,
  wakeMessages,
} from '@perle/core/inbox'
import { fileFor } from '../conversation/fileFor.ts'
import { tellNotices } from '../conversation/notices.ts'
import { look } from '../conversation/turn.ts'
import type { View } from '../conversation/view.ts'
import { wordsFor } from '../conversation/words/index.ts'
import type { Lead } from './lead.ts'
import type { Place } from './read.ts'
import { type RenderPlace, renderView } from './render.ts'
import { type Showing, type Shown, sendFile, showScreen, tell } from './show.ts'
import { spoken } from './writing.ts'

export type ScreenJob = {
  /** The outbox row. */
  id: string
  recipient: string
  place: Place
  /** At hand right after its turn; drawn anew otherwise. */
  shown?: { view: View; personId: ContributorId }
}

export type Delivery = {
  /** Shows this now, or after what is under way to the same account; a newer one replaces an older that has not begun. */
  show(job: ScreenJob): void
  /** Looks for due rows until stopped. */
  start(): void
  /** Somebody put rows in: look now. */
  kick(): void
  /** Resolves when nothing is under way. */
  idle(): Promise<void>
  stop(): Promise<void>
}

export type DeliveryPlace = {
  database: OpenDatabase
  base: BaseContext
  showing: Showing
  render: RenderPlace
  /** Path of the page with all of a text, for this person. */
  readAddress: (personId: ContributorId, payload: string) => string
  lead: Lead
  /** How often the rows are looked at while nothing says that there are some. */
  restMs?: number
}

const REST_MS = 1000
/** Accounts that are written to at once; the pacer decides who goes when. */
const AT_ONCE = 60
const LONGEST_WAIT_SECONDS = 300
/** After so many tries a screen is given up; its person sees it at the next tap. */
const MOST_ATTEMPTS = 50

const NOBODY = '00000000-0000-0000-0000-000000000000' as ContributorId

type Job = ScreenJob | { row: WaitingMessage }
const isRow = (job: Job): job is { row: WaitingMessage } => 'row' in job
const recipientOf = (job: Job) => (isRow(job) ? job.row.recipient : job.recipient)

export function createDelivery(at: DeliveryPlace): Delivery {
  const { database, base, showing, render, lead, restMs = REST_MS } = at
  /** What comes next for each account that is being written to. */
  const busy = new Map<string, ScreenJob | undefined>()
  let isStopping = false
  let isSearching = false
  let isWanted = false
  let isAwake = false
  let timer: NodeJS.Timeout | undefined
  const idlers: (() => void)[] = []

  function begin(job: Job): void {
    const recipient = recipientOf(job)
    if (busy.has(recipient)) {
      if (!isRow(job)) busy.set(recipient, job)
      return
    }
    busy.set(recipient, undefined)
    void run(job).finally(() => {
      const next = busy.get(recipient)
      busy.delete(recipient)
      if (next !== undefined) begin(next)
      else if (busy.size === 0) for (const idle of idlers.splice(0)) idle()
      if (isWanted && !isStopping) search()
    })
  }

  async function run(job: Job): Promise<void> {
    const row = isRow(job)
      ? job.row
      : { id: job.id, surface: 'telegram' as const, recipient: job.recipient, attempts: 0 }
    try {
      const shown = isRow(job) ? await showRow(job.row) : await showJob(job)
      if (shown !== undefined) await settle(row, shown)
    } catch (error) {
      // The row is there still; it is due again by itself.
      base.log.error(
        { surface: 'telegram', attempt: row.attempts },
        `a screen could not be shown: ${plainMessage(error)}`,
      )
      await settle(row, { kind: 'later', seconds: 5, says: plainMessage(error) }).catch(() => {})
    }
  }

  async function showJob(job: ScreenJob): Promise<Shown> {
    const identity = { platform: 'telegram' as const, platformId: job.recipient }
    if (job.place.file !== undefined) {
      const file = await fileFor({ database, base }, { identity, payload: job.place.file })
      if (file !== undefined) return sendFile(showing, job.recipient, file)
    }
    const { view, personId } = job.shown ?? (await seen(identity))
    const readAt = (payload: string) => at.readAddress(personId, payload)
    return showScreen(showing, job.recipient, renderView(view, { ...render, readAt }), job.place)
  }

  async function seen(identity: { platform: 'telegram'; platformId: string }) {
    const turn = await look({ database, base }, identity)
    return { view: turn.view, personId: turn.person.id }
  }

  /** Undefined where nobody is there any more: then it goes. */
  async function showRow(row: WaitingMessage): Promise<Shown | undefined> {
    const payload = JSON.parse(row.payload) as Place & {
      view?: string
      code?: NoticeCode
      values?: Record<string, string>
    }
    const locale = await localeOfAccount(database.db, 'telegram', row.recipient)
    if (locale === undefined && payload.view === undefined) {
      await forgetMessage(database.db, row.id)
      return undefined
    }
    if (row.kind === 'tell') {
      const w = wordsFor(locale ?? 'en')
      const notice = {
        id: row.id,
        code: payload.code as NoticeCode,
        values: payload.values ?? {},
        createdAt: row.createdAt,
      }
      const [said] = tellNotices(w, [notice])
      return tell(showing, row.recipient, said === undefined ? { text: '·', entities: [] } : spoken(w.spansOf(said)))
    }
    const { view, ...place } = payload
    // Its clock may turn still, if we went away between the tap and this.
    if (place.callback !== undefined) await answer(place.callback)
    // Last words lead nowhere, so nobody need be behind them.
    const last = view === undefined ? {} : { shown: { view: JSON.parse(view) as View, personId: NOBODY } }
    return showJob({ id: row.id, recipient: row.recipient, place, ...last })
  }

  async function answer(callback: string): Promise<void> {
    await showing.client.call('answerCallbackQuery', { callback_query_id: callback })
  }

  async function settle(row: Pick<WaitingMessage, 'id' | 'surface' | 'recipient' | 'attempts'>, shown: Shown) {
    const { db } = database
    switch (shown.kind) {
      case 'sent':
        return forgetMessage(db, row.id)
      case 'unreachable':
        base.log.info({ surface: 'telegram' }, 'an account lets no messages through')
        await dropRecipient(db, 'telegram', row.recipient)
        return runTurn(database, base, ctx =>
          noteReach(ctx, { platform: 'telegram', platformId: row.recipient, isReachable: false }),
        )
      case 'refused':
        return killMessage(db, row.id, shown.says)
      case 'later': {
        if (row.attempts >= MOST_ATTEMPTS) return killMessage(db, row.id, shown.says)
        // Longer each time, and at least what was asked for.
        const grown = Math.min(LONGEST_WAIT_SECONDS, 2 ** Math.min(row.attempts, 8) * 0.25)
        const seconds = Math.max(shown.seconds, grown)
        const waitMs = seconds * 1000 * secondsScale
        await postponeRecipient(db, row, { until: new Date(base.now().getTime() + waitMs), failure: shown.says })
        setTimeout(kick, waitMs + 5).unref()
      }
    }
  }
  const secondsScale = showing.secondMs / 1000

  function search(): void {
    isWanted = false
    if (isSearching || isStopping || busy.size >= AT_ONCE) {
      isWanted = true
      return
    }
    isSearching = true
    void searchOnce()
      .catch(error => base.log.error({ surface: 'telegram' }, `the outbox cannot be read: ${plainMessage(error)}`))
      .finally(() => {
        isSearching = false
        if (isWanted && busy.size < AT_ONCE) search()
      })
  }

  async function searchOnce(): Promise<void> {
    if (!(await lead.isOurs())) return
    if (!isAwake) {
      // What the last one had in hand is ours now.
      await wakeMessages(database.db, 'telegram', base.now())
      isAwake = true
    }
    const limit = AT_ONCE - busy.size
    const rows = await dueMessages(database.db, {
      surface: 'telegram',
      now: base.now(),
      limit,
      apart: [...busy.keys()],
    })
    if (rows.length === limit) isWanted = true
    for (const row of rows) begin({ row })
  }

  function kick(): void {
    if (!isStopping) search()
  }

  return {
    show: begin,
    start() {
      kick()
      timer = setInterval(kick, restMs)
    },
    kick,
    idle: () => (busy.size === 0 && !isSearching ? Promise.resolve() : new Promise(done => idlers.push(done))),
    async stop() {
      isStopping = true
      clearInterval(timer)
      showing.pacer.stop()
      if (busy.size > 0) await new Promise<void>(done => idlers.push(done))
    },
  }
}
