import { type RefObject, useEffect, useReducer, useRef, useState } from 'react'
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
  const [speaker] = useState(() => createTalk(dispatch, () => typing.current))
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
