import { type RefObject, useEffect, useReducer, useRef, useState } from 'react'
import { LAST_WORDS } from '../../../conversation/view.ts'
import { speak } from '../browser.ts'
import { type Conversation, change, NOBODY_YET } from './conversation.ts'
import { createTalk, type Speaker } from './createTalk.ts'

export type Talk = Conversation &
  Speaker & {
    showHeld: () => void
    /** Set by the open text box: whether something typed there would be lost. */
    typing: RefObject<boolean>
  }

/** The conversation of this page, opened once. */
export function useConversation(): Talk {
  const [state, dispatch] = useReducer(change, NOBODY_YET)
  const typing = useRef(false)
  const scene = useRef<string>(undefined)
  const [speaker] = useState(() =>
    createTalk(dispatch, {
      isTyping: () => typing.current,
      isLastWord: () => LAST_WORDS.includes(scene.current ?? ''),
    }),
  )
  scene.current = state.chat?.view.scene
  useEffect(() => {
    speaker.open()
    return () => speaker.close()
  }, [speaker])
  const locale = state.chat?.locale
  useEffect(() => {
    if (locale) speak(locale)
  }, [locale])
  return { ...state, ...speaker, showHeld: () => dispatch({ kind: 'showHeld' }), typing }
}
