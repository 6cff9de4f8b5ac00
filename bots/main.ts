// Starts everything: config, data folder, database and chain, HTTP server, doors, what runs by itself. Stops cleanly.
import { join } from 'node:path'
import { Fault } from '@perle/core'
import { fastify } from 'fastify'
import { createBackground, handleLeft } from './background.ts'
import { crowdPlays } from './cli/crowd/crowdPlays.ts'
import { seedLocal } from './cli/seed.ts'
import { type Composition, compose } from './compose.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { type DataFolder, StartError, takeDataFolder, writeMain } from './dataFolder.ts'
import { type MediaStore, openMediaStore } from './media/mediaStore.ts'
import { payOut } from './payOut.ts'
import { openPictures, type Pictures } from './pictures/pictures.ts'
import { TokenRefused } from './telegram/polling.ts'
import { type OwnBot, openTelegram } from './telegram/telegramDoor.ts'
import { buildPages } from './web/buildPages.ts'
import { webDoor } from './web/door.ts'
import { readAddresses } from './web/readAddresses.ts'
import { createUpdates } from './web/updates.ts'

const tell = (sentence: string) => console.log(`  ${sentence}`)

/** How long open requests may take to end before the process leaves. */
const GRACE_MS = 5000

/** Doors that show pictures. Whoever opens Perle right at its start has the machine to themselves first. */
const SHOWS_PICTURES: readonly Config['role'][] = ['all', 'web', 'telegram', 'discord']
const WARM_AFTER_MS = 3000

try {
  await start(readConfig())
} catch (error) {
  console.error(`\n${sentenceOf(error)}`)
  process.exit(1)
}

async function start(config: Config): Promise<void> {
  console.log(`Perle, ${config.mode} mode. Data in ${config.home}.`)
  for (const door of config.doors) tell(`${door.name}: ${door.why}.`)
  const folder = await takeDataFolder(config.home)
  const opened: (() => Promise<void>)[] = [() => folder.release()]
  try {
    await open(config, folder, opened)
  } catch (error) {
    for (const close of opened.reverse()) await close().catch(() => {})
    throw error
  }
}

async function open(config: Config, folder: DataFolder, opened: (() => Promise<void>)[]): Promise<void> {
  const pagesDir = join(config.home, 'pages')
  const pages = buildPages({ outDir: pagesDir, onProgress: tell })
  // Said where it is awaited; until then it must not count as unhandled.
  pages.catch(() => {})
  tell('Opening the database and the chain ...')
  const composition = await compose(config, tell, folder.holder)
  opened.push(() => composition.close())
  const pictures = await openPictures({
    folder: join(config.home, 'pictures'),
    keyedHash: composition.base.vault.keyedHash,
  })
  opened.push(() => pictures.close())
  const updates = createUpdates()
  const background = createBackground(composition, updates.changed)
  await pages
  const server = fastify({ bodyLimit: 256 * 1024, trustProxy: config.mode === 'live', forceCloseConnections: true })
  const media = await openMediaStore(join(config.home, 'media'))
  await server.register(webDoor, {
    composition,
    updates,
    pictures,
    media,
    pagesDir,
    play: () => crowdPlays(composition, { tell: updates.progress, onChange: updates.changed }),
    payOut: () => background.alone(() => payOut(composition, updates.progress)),
    pulse: background.pulse,
  })
  const telegram = telegramDoor(composition, pictures, media)
  if (telegram?.routes !== undefined) await server.register(telegram.routes)
  if (config.mode === 'local') await seedLocal(composition, tell)
  // The embedded database was opened by us alone, and nobody can reach us yet.
  await handleLeft(composition, composition.database.kind === 'pglite')
  const url = await listen(server, config)
  opened.push(() => server.close())
  await writeMain(folder.home, { pid: process.pid, port: Number(new URL(url).port), url })
  background.start()
  if (telegram !== undefined) startTelegram(telegram)
  stopOnSignal(async () => {
    await telegram?.stop()
    await background.stop()
    await Promise.race([server.close(), new Promise(done => setTimeout(done, GRACE_MS).unref())])
    await pictures.close()
    await composition.localChain?.dumpState().catch(() => {})
    await composition.close()
    await folder.release()
  })
  const seconds = process.uptime().toFixed(1)
  console.log(`\nReady in ${seconds} s. Open ${config.publicUrl ?? url}\n`)
  if (SHOWS_PICTURES.includes(config.role)) setTimeout(() => void pictures.warm(), WARM_AFTER_MS).unref()
}

/** Undefined where it has no token. */
function telegramDoor(composition: Composition, pictures: Pictures, media: MediaStore): OwnBot | undefined {
  const { config, database, base, holder } = composition
  if (config.telegram === undefined) return undefined
  return openTelegram({
    ...config.telegram,
    database,
    base,
    holder,
    publicUrl: base.settings.publicUrl,
    isHooked: config.publicUrl !== undefined,
    readMedia: media.read,
    readAddress: readAddresses(base).of,
    draw: async ask => (await pictures.draw(ask)).png,
    clock: () => performance.now(),
  })
}

/** A token that Telegram does not know is for a person to mend; everything else waits for better times by itself. */
function startTelegram(telegram: OwnBot): void {
  telegram.ready.then(({ bot }) => tell(`Telegram: answers as @${bot.username}.`))
  telegram.start().catch((error: unknown) => {
    console.error(`\n${sentenceOf(error)}`)
    process.exit(1)
  })
}

async function listen(server: { listen: (at: { port: number; host: string }) => Promise<string> }, config: Config) {
  try {
    return await server.listen({ port: config.port, host: config.host })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw new StartError(
      `Port ${config.port} is in use by another program. Stop that one, or start with another: PORT=7374 npm start`,
    )
  }
}

/** The first signal lets the step at hand end; a second one leaves at once, which loses nothing that was acknowledged. */
function stopOnSignal(stop: () => Promise<void>): void {
  let isStopping = false
  const onSignal = (signal: string) => {
    if (isStopping) process.exit(1)
    isStopping = true
    console.log(`\n${signal}: finishing what is under way ...`)
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(sentenceOf(error))
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', () => onSignal('SIGTERM'))
  process.on('SIGINT', () => onSignal('SIGINT'))
}

function sentenceOf(error: unknown): string {
  if (error instanceof ConfigError) return `The settings are not as they should be:\n${error.message}`
  if (error instanceof StartError || error instanceof Fault || error instanceof TokenRefused) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
