import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')

type Source = { path: string; text: string; imports: { from: string; target: string; isType: boolean }[] }

function filesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map(entry => relative(ROOT, join(entry.parentPath, entry.name)))
    .filter(path => !path.includes('node_modules'))
    .sort()
}

const PACKAGES: Record<string, string> = {
  '@perle/core': 'core/index.ts',
  '@perle/core/proof': 'core/proof/index.ts',
  '@perle/core/quality': 'core/quality/index.ts',
  '@perle/core/inbox': 'core/inbox/index.ts',
  '@perle/core/rules': 'core/rules.ts',
  '@perle/contracts': 'contracts/bindings/index.ts',
}

function read(path: string): Source {
  const text = readFileSync(join(ROOT, path), 'utf8')
  const imports = [
    ...text.matchAll(/(?:^|\n)\s*(import|export)\s+(type\s)?[^'"`;]*?from\s+'([^']+)'|import\('([^']+)'\)/g),
  ].map(found => {
    const from = found[3] ?? found[4] ?? ''
    const target = from.startsWith('.') ? relative(ROOT, join(ROOT, dirname(path), from)) : (PACKAGES[from] ?? from)
    return { from, target, isType: found[2] !== undefined }
  })
  return { path, text, imports }
}

const sources = ['core', 'contracts', 'bots'].flatMap(filesUnder).map(read)
const core = sources.filter(source => source.path.startsWith('core/'))

/** Rooms of the core by floor; under all of them the base. An arrow goes down, or stays in its room. */
const FLOORS = [['people'], ['money'], ['campaigns'], ['skills'], ['work'], ['review'], ['settlement'], ['datasets']]
const BASE = ['database', 'inbox', 'outbox', 'kinds', 'quality', 'proof']
const roomOf = (path: string) =>
  path.startsWith('core/') && path.split('/').length > 2 ? path.split('/')[1] : undefined
const floorOf = (room: string) => FLOORS.findIndex(floor => floor.includes(room))

describe('the direction of imports', () => {
  it('finds files and imports at all', () => {
    expect(sources.length).toBeGreaterThan(150)
    expect(sources.flatMap(source => source.imports).length).toBeGreaterThan(600)
  })

  it('goes from bots to contracts to core, and never back', () => {
    const wrong = sources.flatMap(source =>
      source.imports
        .filter(({ target }) => {
          if (source.path.startsWith('core/')) return /^(bots|contracts)\//.test(target)
          return source.path.startsWith('contracts/') && target.startsWith('bots/')
        })
        .map(({ target }) => `${source.path} -> ${target}`),
    )
    expect(wrong).toEqual([])
  })

  it('enters the core only through its doors', () => {
    const doors = new Set(Object.values(PACKAGES))
    const wrong = sources
      .filter(source => source.path.startsWith('bots/'))
      .flatMap(source =>
        source.imports
          .filter(({ target }) => /^(core|contracts)\//.test(target) && !doors.has(target))
          .map(({ target }) => `${source.path} -> ${target}`),
      )
    expect(wrong).toEqual([])
  })

  it('goes down the floors of the core', () => {
    const wrong = core.flatMap(source => {
      const room = roomOf(source.path)
      if (room === undefined) return []
      return source.imports
        .filter(({ target }) => {
          const other = roomOf(target)
          if (other === undefined || other === room) return false
          if (BASE.includes(room)) return !BASE.includes(other)
          return !BASE.includes(other) && floorOf(other) >= floorOf(room)
        })
        .map(({ target }) => `${source.path} -> ${target}`)
    })
    expect(wrong).toEqual([])
  })

  it('has every room of the core on a floor', () => {
    const rooms = new Set(core.map(source => roomOf(source.path)).filter(room => room !== undefined))
    expect([...rooms].filter(room => floorOf(room) < 0 && !BASE.includes(room))).toEqual([])
  })

  it('has no circle of files', () => {
    const graph = new Map(
      sources.map(source => [source.path, source.imports.filter(one => !one.isType).map(one => one.target)]),
    )
    const state = new Map<string, 'open' | 'done'>()
    const circles: string[] = []
    const visit = (path: string, trail: string[]) => {
      if (state.get(path) === 'done') return
      if (state.get(path) === 'open') {
        circles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '))
        return
      }
      state.set(path, 'open')
      for (const next of graph.get(path) ?? []) if (graph.has(next)) visit(next, [...trail, path])
      state.set(path, 'done')
    }
    for (const path of graph.keys()) visit(path, [])
    expect(circles).toEqual([])
  })

  it('gives the proof nothing but hashes to depend on', () => {
    const wrong = core
      .filter(source => source.path.startsWith('core/proof/'))
      .flatMap(source => source.imports.map(one => one.target))
      .filter(target => !target.startsWith('core/proof/') && !['hash-wasm', 'viem/utils', 'viem'].includes(target))
    expect([...new Set(wrong)]).toEqual([])
  })
})

describe('who may use what', () => {
  const isStore = (path: string) =>
    /\/([a-z][A-Za-z]*Store|store|tables)\.ts$/.test(path) || path.startsWith('core/database/')

  it('keeps drizzle in stores, tables and the database room', () => {
    const wrong = sources.filter(
      source => source.imports.some(one => one.from.startsWith('drizzle-orm')) && !isStore(source.path),
    )
    expect(wrong.map(source => source.path)).toEqual([])
  })

  it('keeps each chat platform and the HTTP server in their own door', () => {
    const homes: [RegExp, RegExp][] = [
      [/^discord\.js$|^@discordjs\//, /^bots\/discord\//],
      [/^grammy$|^@grammyjs\/|^telegraf$/, /^bots\/telegram\//],
      [/^fastify$|^@fastify\//, /^bots\/(web\/|main\.ts$|telegram\/(webhook|telegramDoor)\.ts$)/],
      [/^@walletconnect\//, /^bots\/wallet\//],
      [/^react(-dom)?(\/|$)/, /^bots\/web\/pages\//],
      [/^@electric-sql\/|^postgres$/, /^core\/database\//],
    ]
    const wrong = sources.flatMap(source =>
      source.imports
        .filter(one => homes.some(([library, home]) => library.test(one.from) && !home.test(source.path)))
        .map(one => `${source.path} -> ${one.from}`),
    )
    expect(wrong).toEqual([])
  })

  it('lets no door know another', () => {
    const doors = ['discord', 'telegram', 'web', 'cli']
    const doorOf = (path: string) => doors.find(door => path.startsWith(`bots/${door}/`))
    const wrong = sources.flatMap(source => {
      const own = doorOf(source.path)
      if (own === undefined) return []
      return source.imports
        .filter(one => !one.isType && doorOf(one.target) !== undefined && doorOf(one.target) !== own)
        .map(one => `${source.path} -> ${one.target}`)
    })
    expect(wrong).toEqual([])
  })

  it('keeps platforms out of the conversation', () => {
    const wrong = sources
      .filter(source => source.path.startsWith('bots/conversation/'))
      .flatMap(source => source.imports.map(one => `${source.path} -> ${one.target}`))
      .filter(arrow => /-> bots\/(discord|telegram|web|cli|wallet)\//.test(arrow))
    expect(wrong).toEqual([])
  })

  it('keeps the clock, randomness and the environment out of the core and the doors', () => {
    const forbidden =
      /\bDate\.now\b|\bnew Date\(\)|\bperformance\.|\bMath\.random\b|\brandomUUID\b|import \{[^}]*\brandom\w*\b[^}]*\} from 'node:crypto'|\bprocess\.env\b/
    const homes = /^(core|bots\/(conversation|discord|telegram|web))\//
    const wrong = sources
      .filter(
        source =>
          homes.test(source.path) && !/^bots\/(web\/(pages\/|buildPages)|telegram\/mountExample)/.test(source.path),
      )
      .filter(source => forbidden.test(source.text.replace(/\/\/.*|\/\*[\s\S]*?\*\//g, '')))
    expect(wrong.map(source => source.path)).toEqual([])
  })

  it('has no default exports and no barrels inside folders', () => {
    const wrong = sources.filter(source => /^export default /m.test(source.text) && !/(config)\.ts$/.test(source.path))
    expect(wrong.map(source => source.path)).toEqual([])
  })

  it('keeps files short enough to be read', () => {
    const long = sources
      .filter(source => !source.path.startsWith('contracts/bindings/abi'))
      .filter(source => source.text.split('\n').length > 401)
    expect(long.map(source => source.path)).toEqual([])
  })
})
