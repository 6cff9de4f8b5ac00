import { compose } from '../bots/compose.ts'
import { readConfig } from '../bots/config.ts'
import { seedLocal } from '../bots/cli/seed.ts'
import { seedCrowd } from '../bots/cli/crowd/seedCrowd.ts'
import { crowdPlays } from '../bots/cli/crowd/crowdPlays.ts'
import { payOut } from '../bots/payOut.ts'
import { readdirSync } from 'node:fs'
let t = performance.now()
const lap = (s: string) => { console.log(s, Math.round(performance.now() - t)); t = performance.now() }
const config = readConfig({ PERLE_HOME: '/tmp/perle/home1', LOG_LEVEL: 'warn' })
const c = await compose(config, console.log)
lap('compose')
await seedLocal(c, console.log, readdirSync('/tmp/perle/fx').map(n => '/tmp/perle/fx/' + n))
lap('seed')
await seedCrowd(c)
lap('crowd')
const quiet = { tell: () => {}, onChange: () => {} }
for (let i = 0; i < 3; i++) { console.log(await crowdPlays(c, quiet)); lap('play') }
console.log(await payOut(c, () => {})); lap('pay')
console.log(await payOut(c, () => {})); lap('pay2')
await c.localChain?.stop(); await c.close()
