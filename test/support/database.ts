// A migrated database per test: PGlite from one dump, Postgres from a template.

import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { type OpenDatabase, rowsOf } from '../../core/database/database.ts'
import { MIGRATIONS, migrate } from '../../core/database/migrate.ts'
import { openDatabase } from '../../core/database/openDatabase.ts'

const TMP = join(import.meta.dirname, '../.tmp')

/** The administrative URL of the test Postgres, when the set-up found or started one. */
export const POSTGRES = process.env['PERLE_TEST_POSTGRES']

export type DatabaseKind = 'pglite' | 'postgres'
/** Databases that the suite runs on here. */
export const databases: DatabaseKind[] = POSTGRES === undefined ? ['pglite'] : ['pglite', 'postgres']

async function stamp(): Promise<string> {
  const hash = createHash('sha256')
  for (const name of (await readdir(MIGRATIONS)).filter(name => name.endsWith('.sql')).sort()) {
    hash.update(name).update(await readFile(join(MIGRATIONS, name)))
  }
  return hash.digest('hex').slice(0, 16)
}

async function dumpOfMigrated(): Promise<Blob> {
  const file = join(TMP, `migrated-${await stamp()}.tar`)
  const known = await readFile(file).catch(() => undefined)
  if (known !== undefined) return new Blob([new Uint8Array(known)])
  const database = await openDatabase('memory:')
  await migrate(database)
  const dump = await database.dump()
  await database.close()
  await mkdir(TMP, { recursive: true })
  const part = `${file}.${randomUUID()}`
  await writeFile(part, Buffer.from(await dump.arrayBuffer()))
  await rename(part, file)
  return dump
}

async function fromTemplate(): Promise<OpenDatabase> {
  const template = `perle_template_${await stamp()}`
  const admin = postgres(POSTGRES!, { max: 1, onnotice: () => {} })
  const name = `perle_${randomUUID().replaceAll('-', '')}`
  const at = (database: string) => Object.assign(new URL(POSTGRES!), { pathname: `/${database}` }).toString()
  try {
    await admin`select pg_advisory_lock(7373)`
    const known = await admin`select 1 from pg_database where datname = ${template}`
    if (known.length === 0) {
      await admin.unsafe(`create database ${template}_new`)
      const fresh = await openDatabase(at(`${template}_new`))
      await migrate(fresh)
      await fresh.close()
      await admin.unsafe(`alter database ${template}_new rename to ${template}`)
    }
    await admin.unsafe(`create database ${name} template ${template}`)
  } finally {
    await admin.end()
  }
  const database = await openDatabase(at(name))
  return {
    ...database,
    get db() {
      return database.db
    },
    close: async () => {
      await database.close()
      const last = postgres(POSTGRES!, { max: 1, onnotice: () => {} })
      await last.unsafe(`drop database if exists ${name} with (force)`)
      await last.end()
    },
  }
}

/** Emptied databases of this process: opening one takes ten times longer than emptying one. */
const idle: OpenDatabase[] = []

async function fromPool(): Promise<OpenDatabase> {
  const database = idle.pop() ?? (await openDatabase('memory:', { from: await dumpOfMigrated() }))
  let isClosed = false
  return {
    ...database,
    get db() {
      return database.db
    },
    close: async () => {
      if (isClosed) return
      isClosed = true
      const tables = await rowsOf<{ name: string }>(
        database.db,
        sql`select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migrations'`,
      )
      await database.script(`truncate ${tables.map(table => `"${table.name}"`).join(', ')}`)
      idle.push(database)
    },
  }
}

export async function openTestDatabase(kind: DatabaseKind = 'pglite'): Promise<OpenDatabase> {
  return kind === 'pglite' ? fromPool() : fromTemplate()
}
