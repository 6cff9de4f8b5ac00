import { it } from 'vitest'
import { autoAccept } from '../../core/review/autoAccept.ts'
import { forget } from '../../core/settlement/forget.ts'
import { rewardRows } from '../../core/settlement/tables.ts'
import { submissions } from '../../core/work/tables.ts'
import { must } from '../support/builders.ts'
import { aWorld } from '../support/world.ts'
import { aPayday, closeAll } from './payday.ts'
it('dbg', async () => {
  const world = await aWorld()
  const { people } = await aPayday(world, { people: 4, items: 9, checks: 3 })
  for (;;) { const n = await world.turn(ctx => autoAccept(ctx, { isFlush: true })); console.log('auto', n); if (n === 0) break }
  const all = await world.turn(ctx => ctx.db.select().from(submissions))
  console.log(all.map(r => r.state).join())
  console.log(must(await world.turn(ctx => forget(ctx, { contributorId: people[0]! }))))
  const after = await world.turn(ctx => ctx.db.select().from(submissions))
  console.log(after.filter(r=>r.answer===null).map(r => [r.state,r.contributorId===people[0]].join()).join(' '))
  const closed = await closeAll(world)
  console.log(closed?.rows, world.logged.slice(-3))
  const rows = await world.turn(ctx => ctx.db.select().from(rewardRows))
  console.log(rows.length, rows.filter(r => r.basis==='auto').map(r=>r.contributorId))
})
