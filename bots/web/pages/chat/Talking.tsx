import { useEffect, useRef } from 'react'
import type { Chat } from '../api/shapes.ts'
import { listOf } from '../browser.ts'
import { words } from '../words.ts'
import { AnswerForm } from './AnswerForm.tsx'
import { Answers } from './Answers.tsx'
import { Blocks } from './Blocks.tsx'
import { Composer } from './Composer.tsx'
import type { Step } from './conversation.ts'
import type { Talk } from './useConversation.ts'

const PRESSED_SHOWN = 3

/** The conversation: earlier steps as quiet lines, the present View in full, the answers at the bottom. */
export function Talking({ talk, chat }: { talk: Talk; chat: Chat }) {
  const { view } = chat
  const heading = useRef<HTMLHeadingElement>(null)
  const card = useRef<HTMLDivElement>(null)
  const sender = useRef<(() => void) | undefined>(undefined)
  const { turn } = talk
  useEffect(() => {
    // The pressed button is gone with its View: without this, the focus would fall back to the top of the page.
    if (turn === 0) return
    heading.current?.focus({ preventScroll: true })
    if (card.current && !isSeen(card.current)) card.current.scrollIntoView({ block: 'start' })
  }, [turn])
  const form = view.form
  return (
    <main className={form ? 'talk writing' : 'talk'}>
      <Earlier steps={talk.steps} />
      <div className="view stack" ref={card} key={`${chat.you.id}.${turn}`}>
        {view.before.length > 0 && (
          <div className="before stack tight">
            <Blocks blocks={view.before} />
          </div>
        )}
        <h1 ref={heading} tabIndex={-1} dir="auto">
          {view.heading}
        </h1>
        <Blocks blocks={view.blocks} />
        {form && (
          <AnswerForm
            key={form.payload}
            person={chat.you.id}
            form={form}
            sending={talk.sending !== undefined}
            send={text => talk.act({ kind: 'form', payload: form.payload, text }, words.form.sent)}
            typing={talk.typing}
            sender={sender}
          />
        )}
      </div>
      <div className="dock">
        <Notices talk={talk} />
        <Answers
          rows={view.rows}
          sending={talk.sending}
          press={button => talk.act({ kind: 'press', payload: button.payload }, button.label)}
          send={form && (() => sender.current?.())}
        />
        <Composer act={talk.act} role={chat.you.role} />
      </div>
      <p className="unseen" aria-live="polite">
        {view.line}
      </p>
    </main>
  )
}

/** Whole and above the answers: then nothing needs to move. At the top of the page the bar above may stay in sight. */
function isSeen(card: HTMLElement): boolean {
  const { top, bottom } = card.getBoundingClientRect()
  const dockTop = card.nextElementSibling?.getBoundingClientRect().top ?? window.innerHeight
  return top >= 0 && (bottom <= dockTop || card.previousElementSibling === null)
}

function Earlier({ steps }: { steps: Step[] }) {
  if (steps.length === 0) return null
  return (
    <ol className="earlier" aria-label={words.chat.earlier}>
      {steps.map((step, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps are only added at the end.
        <li key={place}>
          <bdi>{step.heading}</bdi> <bdi className="pressed">{pressedOf(step.pressed)}</bdi>
        </li>
      ))}
    </ol>
  )
}

/** Many presses under one heading (an order put together, answer after answer): the last ones say enough. */
function pressedOf(pressed: string[]): string {
  return pressed.length <= PRESSED_SHOWN ? listOf(pressed) : `… ${listOf(pressed.slice(-PRESSED_SHOWN))}`
}

function Notices({ talk }: { talk: Talk }) {
  return (
    <div role="status" className="notices">
      {talk.lost && (
        <p className="notice" dir="auto">
          {words.chat.lost}
        </p>
      )}
      {talk.notice && (
        <p className="notice" dir="auto">
          {talk.notice}
        </p>
      )}
      {talk.held && (
        <p className="notice row">
          {words.chat.held}
          <button type="button" className="press" onClick={talk.showHeld}>
            {words.chat.showHeld}
          </button>
        </p>
      )}
    </div>
  )
}
