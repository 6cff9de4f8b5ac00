import { useEffect, useRef } from 'react'
import { Frame } from '../frame/Frame.tsx'
import { words } from '../words.ts'
import { ChoosePerson } from './ChoosePerson.tsx'
import type { Act } from './createTalk.ts'
import { PersonBar } from './PersonBar.tsx'
import { SidePanel } from './SidePanel.tsx'
import { Talking } from './Talking.tsx'
import { useConversation } from './useConversation.ts'
import { useUpdates } from './useUpdates.ts'

export function ChatPage() {
  const talk = useConversation()
  const { people, chat } = talk
  const progress = useUpdates({ person: chat?.you.id, refreshSeconds: chat?.view.refreshSeconds, look: talk.look })
  useWishInAddress(chat?.you.id, talk.act)

  // On the web one need not say who one is before the first question.
  const strangerOnTheWeb = people?.mode === 'live' && !chat && !talk.notice
  const { enter } = talk
  useEffect(() => {
    if (strangerOnTheWeb && people.you === null) enter('new')
  }, [strangerOnTheWeb, people, enter])

  const busy = talk.sending !== undefined || (!people && !talk.lost)
  return (
    <Frame place={words.chat.place} busy={busy} go={{ label: words.chat.paydays, href: '/e' }} className="chatPage">
      {chat ? (
        <div className="chat">
          {chat.mode === 'local' && people && (
            <PersonBar you={chat.you} people={people.people} progress={progress} enter={talk.enter} />
          )}
          <div className="chatColumns">
            <Talking talk={talk} chat={chat} />
            <SidePanel side={chat.side} />
          </div>
        </div>
      ) : people?.mode === 'local' ? (
        <ChoosePerson people={people.people} busy={busy} notice={talk.notice} enter={talk.enter} />
      ) : (
        <main className="main stack">
          <h1 className="unseen">{words.chat.place}</h1>
          <p role="status">{talk.lost ? words.chat.awayAtStart : (talk.notice ?? words.chat.opening)}</p>
        </main>
      )}
    </Frame>
  )
}

/** "/#privacy" (the footer of every page) asks for a command as if it had been typed; once. */
function useWishInAddress(person: string | undefined, act: Act) {
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    if (person === undefined) return
    const wish = () => {
      if (window.location.hash !== '#privacy') return
      window.history.replaceState(null, '', window.location.pathname)
      latest.current({ kind: 'command', name: 'privacy' }, '/privacy')
    }
    wish()
    window.addEventListener('hashchange', wish)
    return () => window.removeEventListener('hashchange', wish)
  }, [person])
}
