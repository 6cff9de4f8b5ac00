// The other answers of the web door: one contribution, the list of paydays, a wallet link, the status.
import { first, paydayJson, sampleProof, second } from './samplePaydays.ts'

const chain = { chainId: 31337, settlement: '0x5fbdb2315678afecb367f032d93f642f64180aa3' }

export function contributionJson(rpcUrl: string | null) {
  const proof = sampleProof()
  return {
    code: '7GQ4M2ZK9R',
    status: 'recorded',
    erasedAt: null as string | null,
    campaign: {
      code: 'K4D9T2M7PA',
      title: 'The more useful reply',
      kindInWords: 'Comparing two replies',
      id: proof.campaignId,
    },
    sentAt: '2026-11-12T09:14:00.000Z',
    decidedAt: '2026-11-13T16:40:00.000Z',
    recordedAt: '2026-11-18T12:03:00.000Z',
    epoch: 1,
    sum: '1.46 PRL',
    sumBaseUnits: '1460000000000000000',
    proof,
    chain: { ...chain, rpcUrl, tx: paydayJson(first, null).tx },
  }
}

export function paydayList() {
  return [second, first].map(manifest => {
    const { epoch, cutOffAt, state, totals } = paydayJson(manifest, null)
    return { epoch, cutOffAt, state, total: totals.debit, rows: manifest.rows.length }
  })
}

export function openLink() {
  return {
    state: 'open',
    words: ['amber', 'lantern'],
    sum: '12.5 PRL',
    expiresAt: '2026-11-23T12:05:00.000Z',
    mode: 'local',
    address: null,
  }
}

export function workingStatus() {
  const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString()
  const word = (day: number) => (day === 11 ? 'slow' : day === 12 ? 'stopped' : 'working')
  return {
    sentence: 'Everything works. If something does not, it is likely on your side.',
    work: { word: 'working', lastAt: ago(40) },
    checking: { word: 'slow', lastAt: ago(900) },
    records: { word: 'working', lastAt: ago(200_000) },
    pay: { word: 'not used yet', lastAt: null },
    nextPaydayAt: ago(-340_000),
    queues: [
      { name: 'Messages to people', oldestSeconds: 12 },
      { name: 'Transactions', oldestSeconds: 190 },
    ],
    days: Array.from({ length: 30 }, (_, day) => ({ date: ago(86_400 * (30 - day)).slice(0, 10), word: word(day) })),
    chain: { ...chain, rpcUrl: 'http://127.0.0.1:8545' },
  }
}
