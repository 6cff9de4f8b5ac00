// Which pictures are shown smaller than they are. Pure, and told by what a View knows: nobody asks the database for it.
/** A picture within both is shown as it is. */
const SMALL_BYTES = 300 * 1024
const SMALL_SIDE = 1_000

/** The rasteriser reads these; a WebP is shown as it is. */
const READ = ['image/png', 'image/jpeg', 'image/gif']

export function isLarge(file: { type: string; bytes: number; width?: number; height?: number }): boolean {
  const { type, bytes, width = 0, height = 0 } = file
  return READ.includes(type) && (bytes > SMALL_BYTES || Math.max(width, height) > SMALL_SIDE)
}
