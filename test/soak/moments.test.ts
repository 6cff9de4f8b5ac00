import { describe, expect, it } from 'vitest'
import { createFollower, momentOfCall } from './kill/moments.ts'
import { createWireReader } from './kill/wireStatements.ts'

describe('the moments that kills are aimed at', () => {
  const momentsOf = (texts: string[]) => texts.map(createFollower()).filter(moment => moment !== undefined)

  it('are told by what a transaction writes, up to its commit', () => {
    expect(
      momentsOf(['begin', 'insert into "conversations" x', 'insert into "submissions" x', 'commit', 'commit']),
    ).toEqual(['answer', 'answer.commit'])
    expect(
      momentsOf([
        'BEGIN',
        'insert into "sweeps" x',
        'insert into "epochs" x',
        'insert into "chain_transactions" x',
        'COMMIT',
      ]),
    ).toEqual(['sweep', 'epoch', 'epoch.commit'])
    expect(momentsOf(['insert into "inbox" x', 'begin', 'select 1', 'rollback', 'begin', 'commit'])).toEqual([
      'receive',
    ])
  })

  it('tell a settle from a claim by the data of the transaction', () => {
    const selectors = { settle: 'aaaaaaaa', claims: ['cccccccc', 'bbbbbbbb'] }
    const sending = (data: string) => JSON.stringify({ method: 'eth_sendRawTransaction', params: [data] })
    expect(momentOfCall(sending('0x02f8aaaaaaaa00'), selectors)).toBe('send.settle')
    expect(momentOfCall(sending('0x02f8bbbbbbbb00'), selectors)).toBe('send.claim')
    expect(momentOfCall(JSON.stringify({ method: 'eth_call', params: ['aaaaaaaa'] }), selectors)).toBeUndefined()
  })

  it('are read from the wire: a simple query, and a prepared statement each time it runs', () => {
    const message = (letter: string, body: string) => {
      const length = Buffer.alloc(4)
      length.writeInt32BE(4 + Buffer.byteLength(body))
      return Buffer.concat([Buffer.from(letter), length, Buffer.from(body)])
    }
    const read = createWireReader()
    expect(read(message('Q', 'begin\0'))).toEqual(['begin'])
    expect(read(Buffer.concat([message('P', 's1\0select 1\0\0\0'), message('B', '\0s1\0\0\0')]))).toEqual(['select 1'])
    expect(read(message('B', '\0s1\0\0\0'))).toEqual(['select 1'])
    // The first message of a connection has no letter.
    expect(read(Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]))).toEqual([])
  })
})
