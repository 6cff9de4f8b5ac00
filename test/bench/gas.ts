// `npm run -s gas -- [--json]`: what every call costs as a whole transaction, beside its gate and the best of those in use.
// Ends with 1 if anything is above its gate. `--json` prints one object, gas by key.
import { type Gate, gates, type Key } from './gas/gates.ts'
import { type Measured, measureCalls, measureTenEpochs } from './gas/measure.ts'
import { openWorld } from './gas/world.ts'

const world = await openWorld()
let measured: Measured
try {
  const calls = await measureCalls(world)
  const tenEpochsFirst = await measureTenEpochs(world, 20_000, false)
  const tenEpochsHolders = await measureTenEpochs(world, 30_000, true)
  measured = { ...calls, tenEpochsHolders, tenEpochsFirst }
} finally {
  world.node.stop()
}

const rows = (Object.keys(gates) as Key[]).map(key => {
  const { atMost, anchor }: Gate = gates[key]
  return { key, gas: measured[key], atMost, isMet: measured[key] <= atMost, anchor }
})
if (process.argv.includes('--json')) {
  const detail = Object.fromEntries(rows.map(({ key, atMost, isMet, anchor }) => [key, { atMost, isMet, anchor }]))
  console.log(JSON.stringify({ ...measured, gates: detail, isMet: rows.every(row => row.isMet) }))
} else {
  const line = (key: string, gas: string, gate: string, met: string, anchor: string) =>
    `${key.padEnd(17)}${gas.padStart(10)}${gate.padStart(11)}  ${met.padEnd(6)}${anchor}`
  console.log(line('', 'gas', 'at most', '', 'best anchor'))
  for (const { key, gas, atMost, isMet, anchor } of rows) {
    const beside = anchor === undefined ? 'none' : `${String(anchor.gas).padStart(9)}  ${anchor.what}`
    console.log(line(key, String(gas), String(atMost), isMet ? 'met' : 'ABOVE', beside))
  }
}
for (const { key, gas, atMost } of rows.filter(row => !row.isMet)) {
  console.error(`${key}: ${gas} gas, ${gas - atMost} above its gate of ${atMost}`)
  process.exitCode = 1
}
