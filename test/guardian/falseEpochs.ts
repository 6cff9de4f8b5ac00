// One epoch, made false in one thing each: what economics.md 4.6 calls objective.
import { hashText, type Json, type Manifest } from '../../core/proof/index.ts'
import { alice, bob } from '../proof/sampleEpochs.ts'
import { forge, honest, type Published } from './forge.ts'

const stranger = `0x${'5e'.repeat(20)}` as const

type Cells = Json[]
export const line = (place: number, cells: (cells: Cells) => void) => (lines: Json[]) => {
  cells(lines[place] as Cells)
  return lines
}
const accountOf = (lines: Json[], address: string) => (lines as Cells[]).find(one => one[0] === address) as Cells
/** The first row says something else. */
const withCell = (cell: number, says: string) => (second: Manifest) => {
  const rows = line(0, cells => {
    cells[cell] = says
  })
  return forge(second, { parts: { rows } })
}
/** The head has another hash there. */
const withHead = (field: string) => (second: Manifest) =>
  forge(second, {
    head: head => {
      head[field] = hashText('x')
    },
  })

/** What is false, where a check has to find it, and the epoch. */
export const falseEpochs: [string, RegExp, (second: Manifest) => Published][] = [
  ['a payout root', /payoutRoot/, withHead('payoutRoot')],
  ['a root of contributions', /batchRoot/, withHead('batchRoot')],
  ['a root of reputations', /reputationRoot/, withHead('reputationRoot')],
  [
    'a history that does not go on from the one before',
    /history/,
    second =>
      forge(second, {
        head: head => {
          head['history']['root'] = hashText('x')
        },
      }),
  ],
  ['a row that is paid more than its formula gives', /rows .*pay/, withCell(8, '999999')],
  ['a row that is paid more than its cap', /rows .*pay/, withCell(7, '1000')],
  ['a row for another price than its campaign’s', /peff/, withCell(4, '2000000')],
  [
    'a debit that no row stands for, paid to a stranger',
    /debit/,
    second =>
      forge(second, {
        parts: { accounts: lines => [...lines, [stranger, '1000000']].sort() as Json[] },
        head: head => {
          const [own] = head['campaigns']
          own['debit'] = String(BigInt(own['debit']) + 1_000_000n)
          own['balanceAfter'] = String(BigInt(own['balanceAfter']) - 1_000_000n)
        },
      }),
  ],
  [
    'a sum that is moved from what people hold to a stranger',
    /heldAfter|accruedSum|accounts/,
    second =>
      forge(second, {
        parts: { accounts: lines => [...lines, [stranger, '400000']].sort() as Json[] },
        head: head => {
          head['heldAfter'] = String(BigInt(head['heldAfter']) - 400_000n)
        },
      }),
  ],
  [
    'terms that the campaign was not opened with',
    /termsHash/,
    second =>
      forge(second, {
        head: head => {
          head['campaigns'][0]['termsHash'] = hashText('kinder terms')
        },
      }),
  ],
  ['another epoch before it', /prevManifestHash/, withHead('prevManifestHash')],
  [
    'an account twice',
    /order|accounts/,
    second =>
      forge(second, {
        parts: {
          accounts: lines => {
            const own = accountOf(lines, bob)
            const half = String(BigInt(own[1] as string) / 2n)
            return (lines as Cells[]).flatMap(one =>
              one === own
                ? [
                    [bob, half],
                    [bob, half],
                  ]
                : [one],
            ) as Json[]
          },
        },
      }),
  ],
  [
    'an account lower than before, to the gain of another',
    /accounts .*cumulative/,
    second =>
      forge(second, {
        parts: {
          accounts: lines => {
            const [loser, winner] = [accountOf(lines, alice), accountOf(lines, bob)]
            winner[1] = String(BigInt(winner[1] as string) + BigInt(loser[1] as string) - 1000n)
            loser[1] = '1000'
            return lines
          },
        },
      }),
  ],
  [
    'an account that is left out',
    /accounts .*cumulative/,
    second =>
      forge(second, {
        parts: {
          accounts: lines => {
            const [loser, winner] = [accountOf(lines, alice), accountOf(lines, bob)]
            winner[1] = String(BigInt(winner[1] as string) + BigInt(loser[1] as string))
            return (lines as Cells[]).filter(one => one !== loser) as Json[]
          },
        },
      }),
  ],
  [
    'a header that says something else than its files',
    /header .*payoutRoot/,
    second => {
      const published = honest(second)
      return { ...published, header: { ...published.header, payoutRoot: hashText('x') } }
    },
  ],
  [
    'a fee above what governance can set',
    /feeBps/,
    second =>
      forge(second, {
        head: head => {
          head['campaigns'][0]['feeBps'] = 1001
        },
      }),
  ],
]
