// What anybody may see: one contribution, one payday, the files of a payday.
import { listEpochs, nextPayday, readCode, readContribution, readEpoch, readEpochPart, runTurn } from '@perle/core'
import type { FastifyInstance } from 'fastify'
import { fail } from '../fail.ts'
import type { WebDoor } from '../webDoor.ts'
import { words } from '../words.ts'

export function publicRoutes(server: FastifyInstance, door: WebDoor): void {
  const { base, database, chain, config, rpcUrl } = door.composition
  const chainRef = {
    chainId: chain.chainId,
    settlement: chain.settlement,
    // A node's address may carry a key; only the node of one's own machine is shown.
    rpcUrl: config.mode === 'local' ? rpcUrl : null,
  }

  server.get<{ Params: { code: string } }>('/api/contributions/:code', async (request, reply) => {
    const code = readCode(request.params.code)
    const found = code === undefined ? undefined : await runTurn(database, base, ctx => readContribution(ctx, { code }))
    if (found === undefined) return fail(reply, 404, 'contribution.unknown', words.unknownContribution)
    const sum = found.sum === null ? null : `${found.sum} ${base.settings.chain.symbol}`
    return { ...found, sum, chain: { ...chainRef, tx: found.tx } }
  })

  server.get('/api/epochs', async () =>
    runTurn(database, base, async ctx => ({
      epochs: await listEpochs(ctx),
      nextPaydayAt: (await nextPayday(ctx)).toISOString(),
    })),
  )

  server.get<{ Params: { epoch: string } }>('/api/epochs/:epoch', async (request, reply) => {
    const epoch = Number(request.params.epoch)
    const found = Number.isSafeInteger(epoch)
      ? await runTurn(database, base, ctx => readEpoch(ctx, { epoch }))
      : undefined
    if (found === undefined) return fail(reply, 404, 'epoch.unknown', words.unknownEpoch)
    return { ...found, chain: chainRef }
  })

  server.get<{ Params: { epoch: string; sha256: string } }>(
    '/api/epochs/:epoch/parts/:sha256',
    async (request, reply) => {
      const epoch = Number(request.params.epoch)
      const { sha256 } = request.params
      const text = Number.isSafeInteger(epoch)
        ? await runTurn(database, base, ctx => readEpochPart(ctx, { epoch, sha256 }))
        : undefined
      if (text === undefined) return fail(reply, 404, 'epoch.unknown', words.unknownEpoch)
      // Named by its content, so it never changes.
      return reply
        .header('cache-control', 'public, max-age=31536000, immutable')
        .type('text/plain; charset=utf-8')
        .send(text)
    },
  )
}
