import { useState } from 'react'
import { ask } from '../api/http.ts'
import { words } from '../words.ts'
import { chosenAddress, type FoundWallet, signText } from './foundWallets.ts'

export type Linking = {
  busy: boolean
  notice: string
  /** Fetches the message that this address has to sign. */
  messageFor: (address: string) => Promise<string | undefined>
  sendSignature: (address: string, signature: string) => Promise<void>
  confirmWith: (wallet: FoundWallet) => Promise<void>
  useTestWallet: () => Promise<void>
}

/** The three calls of the wallet page. `onSigned` asks the server for the new state. */
export function useLinking(once: string, onSigned: () => void): Linking {
  const [busy, setBusy] = useState(false)
  const [notice, setNotice] = useState('')
  const path = `/api/wallet/${encodeURIComponent(once)}`

  const post = async <T>(call: string, body: unknown): Promise<T | undefined> => {
    const reply = await ask<T>(`${path}/${call}`, { body })
    if (reply.kind === 'value') return reply.value
    setNotice(reply.kind === 'unreachable' ? words.frame.away : reply.sentence || words.chat.notTaken)
    // The link may have closed meanwhile: then the page says so.
    if (reply.kind === 'refused') onSigned()
    return undefined
  }
  const during = async (act: () => Promise<void>, begin = '') => {
    if (busy) return
    setBusy(true)
    setNotice(begin)
    try {
      await act()
    } finally {
      setBusy(false)
    }
  }
  const sign = async (address: string, signature: string) => {
    if ((await post('signature', { address, signature })) === undefined) return
    setNotice('')
    onSigned()
  }
  const messageOf = async (address: string) => (await post<{ message: string }>('message', { address }))?.message

  return {
    busy,
    notice,
    messageFor: async address => {
      let message: string | undefined
      await during(async () => {
        message = await messageOf(address)
      })
      return message
    },
    sendSignature: (address, signature) => during(() => sign(address, signature)),
    confirmWith: wallet =>
      during(async () => {
        try {
          const address = await chosenAddress(wallet)
          const message = await messageOf(address)
          if (message !== undefined) await sign(address, await signText(wallet, address, message))
        } catch {
          setNotice(words.wallet.declined)
        }
      }, words.wallet.waiting),
    useTestWallet: () =>
      during(async () => {
        if ((await post('test', {})) !== undefined) onSigned()
      }),
  }
}
