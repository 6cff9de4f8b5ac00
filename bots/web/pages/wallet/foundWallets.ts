// Wallets that show themselves to the page (EIP-6963), and the one older way (EIP-1193 on window.ethereum).
import { useEffect, useState } from 'react'
import { words } from '../words.ts'

type Provider = { request(call: { method: string; params?: unknown[] }): Promise<unknown> }
export type FoundWallet = { id: string; name: string; provider: Provider }

type Announcement = CustomEvent<{ info: { uuid: string; name: string }; provider: Provider }>

export function useFoundWallets(): FoundWallet[] {
  const [announced, setAnnounced] = useState<FoundWallet[]>([])
  useEffect(() => {
    const take = (event: Event) => {
      const { info, provider } = (event as Announcement).detail
      const wallet = { id: info.uuid, name: info.name, provider }
      setAnnounced(before => [...before.filter(other => other.id !== wallet.id), wallet])
    }
    window.addEventListener('eip6963:announceProvider', take)
    window.dispatchEvent(new Event('eip6963:requestProvider'))
    return () => window.removeEventListener('eip6963:announceProvider', take)
  }, [])
  if (announced.length > 0) return announced
  const { ethereum } = window as { ethereum?: Provider }
  return ethereum ? [{ id: 'injected', name: words.wallet.injected, provider: ethereum }] : []
}

/** The address that the wallet's owner chooses to show. Throws when they decline. */
export async function chosenAddress({ provider }: FoundWallet): Promise<string> {
  const accounts = await provider.request({ method: 'eth_requestAccounts' })
  const first: unknown = Array.isArray(accounts) ? accounts[0] : undefined
  if (typeof first !== 'string') throw new TypeError('the wallet gave no address')
  return first
}

/** EIP-191 signature of a text. Throws when they decline. */
export async function signText({ provider }: FoundWallet, address: string, message: string): Promise<string> {
  const bytes = [...new TextEncoder().encode(message)].map(byte => byte.toString(16).padStart(2, '0'))
  const signature = await provider.request({ method: 'personal_sign', params: [`0x${bytes.join('')}`, address] })
  if (typeof signature !== 'string') throw new TypeError('the wallet gave no signature')
  return signature
}
