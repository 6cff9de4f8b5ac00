// Linking the local test wallet, as the wallet page does it.
import { type Guest, press, say, untilAnswered } from './visitor.ts'

export async function linkWallet(guest: Guest): Promise<void> {
  await say(guest, 'wallet')
  if (guest.visitor.has('New page')) await press(guest, 'New page')
  const once = linkOf(guest)
  if (once === undefined) return
  // This request carries no key: sent twice, the second is refused where the first counted, and the chat knows which address it was.
  await untilAnswered(guest.run, () => guest.visitor.send(`/api/wallet/${once}/test`, {}))
  await say(guest, 'wallet')
  const address = /0x[0-9a-fA-F]{40}/.exec(JSON.stringify(guest.visitor.view))?.[0]?.toLowerCase()
  if (address === undefined || !guest.visitor.has('Yes, use it')) return
  await press(guest, 'Yes, use it', { kind: 'wallet', subject: address })
}

function linkOf(guest: Guest): string | undefined {
  const link = (guest.visitor.view?.rows ?? []).flat().find(button => button.kind === 'link')
  return link?.kind === 'link' ? /^\/w\/(.+)$/.exec(link.href)?.[1] : undefined
}
