// `npm run soak -- NAME [...]`: long runs, by hand; what they showed is dated in docs/soak.md.
import { assign } from './assign.ts'
import { kill } from './kill.ts'
import { mutation } from './mutation.ts'
import { pictures } from './pictures.ts'
import { telegram } from './telegram.ts'

export type Soak = { name: string; about: string; run(args: string[]): Promise<void> }

const SOAKS: readonly Soak[] = [assign, kill, mutation, pictures, telegram]

const [name, ...args] = process.argv.slice(2)
const soak = SOAKS.find(one => one.name === name)
if (soak === undefined) {
  console.error(`Usage: npm run soak -- NAME\n${SOAKS.map(one => `  ${one.name}: ${one.about}`).join('\n')}`)
  process.exitCode = 2
} else {
  await soak.run(args)
}
