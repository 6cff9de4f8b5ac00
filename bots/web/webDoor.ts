// What the web door is given when main.ts opens it.
import type { Composition } from '../compose.ts'
import type { MediaStore } from '../media/mediaStore.ts'
import type { Pictures } from '../pictures/pictures.ts'
import type { Updates } from './updates.ts'

export type WebDoor = {
  composition: Composition
  updates: Updates
  pictures: Pictures
  /** Files beside items. Processes that share a database share this folder, too. */
  media: MediaStore
  /** Folder of the built pages. */
  pagesDir: string
  /** Local mode only: the crowd plays; money is paid out now. Each tells its progress through `updates`. */
  play: () => Promise<string>
  payOut: () => Promise<string>
  /** When each background part last did its work. */
  pulse: () => { name: string; lastAt: Date | null; failure: string | null }[]
}
