// Keeps the embedded database away from a full disk. A table that finds no room fails cleanly; a write-ahead log that finds none leaves the
// database inside this process hanging for ever at the next query (seen with PGlite 0.5), and this process with it. So it is not asked any more
// once the disk is nearly full, and it goes on by itself when there is room again.
import { statfsSync } from 'node:fs'
import { Fault, type OpenDatabase } from '@perle/core'

/** Four segments of the write-ahead log: more than the turns under way write. */
export const LEAST_ROOM_BYTES = 64 * 1024 * 1024
/** A look costs microseconds on a disk of one's own, and may cost more on one behind a network. */
const LOOK_EVERY_MS = 200

export function roomIn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

export function noRoomSentence(folder: string): string {
  return `The disk of ${folder} is nearly full: ${Math.floor(roomIn(folder) / 2 ** 20)} MB are left, ${LEAST_ROOM_BYTES / 2 ** 20} are needed. Nothing is lost; make room, and it goes on by itself.`
}

/** Every transaction asks first whether there is room; without it throws `Fault` (later) and leaves the database alone. */
export function guardRoom(
  database: OpenDatabase,
  { folder, now }: { folder: string; now: () => number },
): OpenDatabase {
  let [lookedAt, hasRoom] = [Number.NEGATIVE_INFINITY, true]
  const look = () => {
    const at = now()
    if (at >= lookedAt && at < lookedAt + LOOK_EVERY_MS) return
    ;[lookedAt, hasRoom] = [at, roomIn(folder) >= LEAST_ROOM_BYTES]
  }
  return {
    ...database,
    get db() {
      return database.db
    },
    transaction: async turn => {
      look()
      if (!hasRoom) throw new Fault(noRoomSentence(folder), { retry: 'later' })
      return database.transaction(turn)
    },
  }
}
