// docs/telegram.md shows each scene as it really was sent. PERLE_WRITE_DOCS=1 writes it anew; otherwise it must be as it is.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { isPaid, linksWallet } from '../conversation/journeys/money.ts'
import { newcomer } from '../conversation/journeys/newcomer.ts'
import { reviewing } from '../conversation/journeys/reviewing.ts'
import { writesText } from '../conversation/journeys/tasks.ts'
import { aWorld } from '../support/world.ts'
import { onTelegram } from './telegramWorld.ts'

const FILE = join(import.meta.dirname, '../../docs/telegram.md')
const FROM = '<!-- scenes: drawn by test/telegram/drawn.test.ts -->'

it('draws the scenes of the documentation from what was really sent', { timeout: 240_000 }, async () => {
  const scenes = new Map<string, string>()
  for (const journey of [newcomer, writesText, reviewing, linksWallet, isPaid]) {
    const world = await aWorld({ seed: 11 })
    const over = await onTelegram(world)
    await journey(world, 'en')
    for (const [scene, drawn] of over.drawn) if (!scenes.has(scene)) scenes.set(scene, drawn)
    await over.close()
    await world.close()
  }
  const text = [...scenes].map(([scene, drawn]) => `### ${scene}\n\n\`\`\`text\n${drawn}\n\`\`\``).join('\n\n')
  const before = await readFile(FILE, 'utf8')
  const after = `${before.slice(0, before.indexOf(FROM))}${FROM}\n\n${text}\n`
  if (process.env['PERLE_WRITE_DOCS']) await writeFile(FILE, after)
  else expect(before).toBe(after)
})
