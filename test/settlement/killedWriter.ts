// One pass of the chain writer in a process of its own, for tests that kill it: DATABASE_URL, node, deployment as JSON, time.
import { type Deployment, openChain, openSigner } from '../../contracts/bindings/index.ts'
import { openDatabase } from '../../core/database/openDatabase.ts'
import { writeChain } from '../../core/outbox/chainWriter.ts'
import { aWorld } from '../support/world.ts'

const [databaseUrl = '', rpcUrl = '', text = '{}', startsAt = ''] = process.argv.slice(2)
const deployment = JSON.parse(text) as Deployment
const database = await openDatabase(databaseUrl)
const world = await aWorld({ database, startsAt })
// anvil's fourth account, which the local chain has for its requester.
const key = '0x7c852118294e51e653712a81e05800f419141751be58f605c371e15141b007a6'
const requester = await openSigner({ kind: 'key', key })
const chain = openChain({ rpcUrl, deployment, accounts: { requester } })
await writeChain({ database, base: world.base, chain, holder: 'one' })
await database.close()
