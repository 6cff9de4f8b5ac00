// The first picture of a process would pay for the thread, WebAssembly, typefaces and grammars: a second or two. Paid here, for nobody.
import type { PictureAsk } from './ask.ts'
import type { Drawer } from './drawer.ts'

/**
 * What most changes are written in; other grammars wait for somebody to need them. A grammar's rules compile when they are
 * first tried, so there is one of each that real code has.
 */
const CODE = {
  js: `const a = require('b')
export function pages(list, size = 10) {
  for (let at = 0; at < list.length; at += size) all.push({ at, ...list.slice(at) })
  return list.filter(one => one.size > 0x1f && one.name !== null) // why
}`,
  ts: `import { type A, b } from './b.ts'
export class Pages<T> extends Base<string> implements A {
  private readonly seen = new Map<string, number>()
  async read(list: readonly T[], size?: number): Promise<T | undefined> {
    /** Why. */
    if (size === undefined || !(await this.ok(list))) throw new Error('no "list"')
    return list.map((one): T => one.at(-1)!)[0] ?? { a: 1.5, b: [true, null] }
  }
}`,
  py: `from a import b
@cached
class Pages(Base):
    def read(self, items: list[int], size=10) -> dict:
        """Why."""
        with open(self.path, encoding="utf-8") as f:
            return {f"{one}": one for one in f if one not in items and len(one) > 1.5}  # why`,
}

/** Enough rows for V8 to compile what a full page runs through. */
const TIMES = 3

function asks(): PictureAsk[] {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789.,:;!?%()'
  const changes = Object.entries(CODE).map(([language, code]): PictureAsk => {
    const lines = Array.from({ length: TIMES }, () => code.split('\n').map(line => `+${line}`)).flat()
    return {
      kind: 'diff',
      title: `warm.${language}`,
      text: [`@@ -0,0 +1,${lines.length} @@`, ...lines].join('\n'),
      language,
    }
  })
  return [{ kind: 'card', heading: letters, score: 50, error: 5, lines: [letters] }, ...changes]
}

/** One small order at a time, so that somebody's picture waits for one of them at most; whoever comes meanwhile warms the rest. */
export async function warmUp(drawer: Drawer): Promise<void> {
  for (const [index, ask] of asks().entries()) {
    if (!drawer.isIdle()) return
    await drawer.draw({ name: `warm ${index}`, ask, page: 1 })
  }
}
