// Where in its work a process can be hit, told from what it is about to send: a statement, a call to the chain, a reply. Pure.

/** Moments that kills are aimed at. Each is the instant before the thing itself happens, unless it says otherwise. */
export const MOMENTS = {
  receive: 'an event arrives, not written down yet',
  answer: 'in a turn, an answer is about to be stored',
  'answer.commit': 'in a turn, the answer is stored, not committed',
  reply: 'a turn is committed, its reply not sent',
  vote: 'in a turn, a vote is about to be stored',
  'vote.commit': 'in a turn, the vote is stored, not committed',
  wallet: 'a step of linking a wallet',
  sweep: 'a sweep is about to note that it ran',
  round: 'a round opens or closes',
  'round.commit': 'a round has opened or closed, not committed',
  epoch: 'a payday is closing',
  'epoch.commit': 'a payday is closed, not committed',
  store: 'a transaction is signed, not stored',
  'send.settle': 'a settle is stored, not sent',
  'sent.settle': 'a settle is sent, not known to be mined',
  claims: 'claims are about to be wanted',
  'send.claim': 'a claim is stored, not sent',
  'sent.claim': 'a claim is sent, not known to be mined',
  read: 'an event of the chain is about to be recorded',
  'read.commit': 'an event of the chain is recorded, not committed',
  mine: 'the local chain is asked for blocks',
  dump: 'the local chain is asked for its state',
} as const
export type Moment = keyof typeof MOMENTS

/** What a transaction is about, found by the first statement that tells; a later one in this list does not change it. */
const ABOUT: readonly [RegExp, Moment | 'turn'][] = [
  [/insert into "?submissions\b/, 'answer'],
  [/insert into "?votes\b|update "votes" set "choice"/, 'vote'],
  [/(insert into|update) "(wallets|wallet_links)"/, 'wallet'],
  [/insert into "epochs"/, 'epoch'],
  [/insert into "chain_events"/, 'read'],
  [/update "chain_transactions" set .*"nonce"/, 'store'],
  [/insert into "chain_transactions"/, 'claims'],
  [/(insert into|update) "rounds"|insert into "ballots"/, 'round'],
  [/insert into "sweeps"/, 'sweep'],
  [/insert into "?conversations\b/, 'turn'],
]
const COMMITS: readonly string[] = ['answer', 'vote', 'round', 'epoch', 'read']

/** Follows one connection. Gives the moment that a statement stands for, if it is one. */
export function createFollower(): (text: string) => Moment | undefined {
  let about: Moment | 'turn' | undefined
  let isOpen = false
  return text => {
    const start = text.slice(0, 20).trim().toLowerCase()
    if (start.startsWith('begin')) {
      isOpen = true
      about = undefined
      return undefined
    }
    if (start.startsWith('commit')) {
      const ended = isOpen ? about : undefined
      isOpen = false
      about = undefined
      return ended !== undefined && COMMITS.includes(ended) ? (`${ended}.commit` as Moment) : undefined
    }
    if (/insert into "inbox"/.test(text) && !isOpen) return 'receive'
    const found = ABOUT.find(([pattern]) => pattern.test(text))?.[1]
    if (found === undefined || about === 'epoch') return undefined
    const isMore = found === 'epoch' || about === undefined || about === 'turn'
    about = isMore ? found : about
    return found === 'turn' ? undefined : found
  }
}

/** First four bytes of the hash of `settle(...)` and of each way to claim, as they stand in a raw transaction's data. */
export type Selectors = { settle: string; claims: readonly string[] }

/** The moment that a call to the chain's node stands for, by the text of its request. */
export function momentOfCall(body: string, selectors: Selectors): Moment | undefined {
  if (body.includes('"anvil_dumpState"')) return 'dump'
  if (/"(anvil|hardhat|evm)_mine"/.test(body)) return 'mine'
  if (!body.includes('"eth_sendRawTransaction"')) return undefined
  if (body.includes(selectors.settle)) return 'send.settle'
  return selectors.claims.some(claim => body.includes(claim)) ? 'send.claim' : undefined
}
