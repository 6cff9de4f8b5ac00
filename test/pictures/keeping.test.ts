import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { PictureAsk } from '../../bots/pictures/ask.ts'
import { openPictureCache } from '../../bots/pictures/cache.ts'
import { twinOf } from '../../bots/pictures/twin.ts'
import { aFolder, card, code, somePictures } from './samplePictures.ts'

const troubled = new URL('./troubledWorker.ts', import.meta.url)
const headed = (heading: string): PictureAsk => ({ ...card, heading })

describe('the drawing thread', { timeout: 120_000 }, () => {
  it.each(['die', 'throw'])('that ends at a picture (%s) leaves its text, and the next one is drawn', async how => {
    const pictures = await somePictures({ script: troubled })
    const [gone, next] = await Promise.all([pictures.draw(headed(how)), pictures.draw(headed('Next'))])
    expect(gone).toEqual({ png: undefined, missing: 'not_drawn', text: twinOf(headed(how)) })
    expect(next.png?.length).toBeGreaterThan(1000)
    await pictures.end()
  })

  it('that hangs is ended in time, and the next one is drawn', async () => {
    const pictures = await somePictures({ script: troubled, timeoutMs: 15_000 })
    await pictures.draw(headed('Warm'))
    const hanging = await somePictures({ script: troubled, timeoutMs: 3_000 })
    expect(await hanging.draw(headed('hang'))).toMatchObject({ missing: 'too_slow', text: twinOf(headed('hang')) })
    await hanging.end()
    const [gone, next] = await Promise.all([pictures.draw(headed('hang')), pictures.draw(headed('Next'))])
    expect(gone).toMatchObject({ missing: 'too_slow' })
    expect(next.png).toBeDefined()
    await pictures.end()
  })

  it('that is killed between pictures is started again', async () => {
    const pictures = await somePictures()
    expect((await pictures.draw(headed('One'))).png).toBeDefined()
    await pictures.drawer.endThread()
    expect((await pictures.draw(headed('Two'))).png).toBeDefined()
    await pictures.end()
  })

  it('is warmed for nobody: nothing is kept, whoever asks meanwhile is answered, and a closed one is left alone', async () => {
    const pictures = await somePictures()
    const [, asked] = await Promise.all([pictures.warm(), pictures.draw(headed('Meanwhile'))])
    expect(asked.png).toBeDefined()
    await pictures.warm()
    expect(pictures.drawer.isIdle()).toBe(true)
    await pictures.close()
    expect(await readdir(pictures.folder)).toEqual([`${pictures.nameOf(headed('Meanwhile'))}-1.png`])
    await pictures.warm()
    await pictures.end()
  })

  it('is not asked when there is too much, or no more once it is closed', async () => {
    const pictures = await somePictures()
    const long = { ...code, text: 'x'.repeat(300_000) }
    expect(await pictures.draw(long)).toEqual({ png: undefined, missing: 'too_long', text: twinOf(long) })
    const many = Array.from({ length: 150 }, (_, n) => pictures.draw(headed(`Card ${n}`)))
    await pictures.close()
    const missing = (await Promise.all(many)).map(one => ('missing' in one ? one.missing : 'drawn'))
    expect(missing).toContain('too_busy')
    await pictures.end()
  })

  it('draws hostile text or leaves its words, and is there for the next', async () => {
    const pictures = await somePictures()
    const texts = [
      '<svg onload="x"><script>alert(1)</script>]]>&lt;&#0;',
      '\u202e\u2066\u200b\u0000\ud800\ufeff\u2028'.repeat(50),
      'Z\u0300\u0301\u0302\u0303\u0304'.repeat(100),
      '👩‍👩‍👧‍👦'.repeat(200),
      `${'أ'.repeat(300)} ${'क्ष'.repeat(300)}`,
      'W'.repeat(5_000),
      '',
    ]
    for (const text of texts) {
      for (const ask of [
        { ...card, heading: text, lines: [text, text] },
        { ...code, title: text.slice(0, 200), text },
        { ...code, kind: 'diff' as const, text: `@@ -1 +1 @@\n+${text}` },
      ]) {
        const picture = await pictures.draw(ask)
        if (picture.png === undefined) expect(picture).toMatchObject({ missing: 'not_drawn', text: twinOf(ask) })
      }
    }
    const hundredKilobytes = { ...code, text: `${'"\u202e<b>&'.repeat(25)}\n`.repeat(500) }
    expect(await pictures.draw(hundredKilobytes)).toMatchObject({ page: 1 })
    expect((await pictures.draw(headed('After'))).png).toBeDefined()
    await pictures.end()
  })
})

describe('the folder of pictures', { timeout: 60_000 }, () => {
  it('keeps them over a restart, drawing none again', async () => {
    const first = await somePictures()
    const name = first.nameOf(card)
    const { png } = await first.draw(card)
    await first.close()
    const again = await somePictures({ folder: first.folder, script: troubled })
    await again.drawer.close()
    expect((await again.draw(card)).png?.equals(png as Buffer)).toBe(true)
    expect(await readdir(first.folder)).toEqual([`${name}-1.png`])
    await first.end()
    await again.end()
  })

  it('draws a damaged one again', async () => {
    const pictures = await somePictures()
    const { png } = await pictures.draw(card)
    const file = join(pictures.folder, `${pictures.nameOf(card)}-1.png`)
    await vi.waitUntil(() => pictures.bytes() > 0)
    await writeFile(file, 'half a pict')
    expect((await pictures.draw(card)).png?.equals(png as Buffer)).toBe(true)
    await pictures.close()
    expect((await readFile(file)).equals(png as Buffer)).toBe(true)
    await pictures.end()
  })

  it('holds at most so many bytes, and lets go of what was not used for longest', async () => {
    const { folder, remove } = await aFolder()
    await writeFile(join(folder, 'left.png.7.new'), 'half')
    const cache = await openPictureCache(folder, 1000)
    for (const name of ['a.png', 'b.png', 'c.png']) await cache.write(name, Buffer.alloc(300, name))
    expect((await cache.read('a.png'))?.length).toBe(300)
    await cache.write('d.png', Buffer.alloc(300))
    expect((await readdir(folder)).sort()).toEqual(['a.png', 'c.png', 'd.png'])
    expect(cache.bytes()).toBe(900)
    await cache.write('huge.png', Buffer.alloc(2000))
    expect(await cache.read('huge.png')).toBeUndefined()
    const smaller = await openPictureCache(folder, 650)
    expect(smaller.bytes()).toBe(600)
    expect(await readdir(folder)).toHaveLength(2)
    await remove()
  })

  it('names by the ask: the same however it was put together, another for any change', async () => {
    const pictures = await somePictures()
    const turned = { lines: card.lines, error: card.error, score: card.score, heading: card.heading, kind: card.kind }
    expect(pictures.nameOf(turned)).toBe(pictures.nameOf(card))
    expect(pictures.nameOf({ ...card, error: 5 })).not.toBe(pictures.nameOf(card))
    expect(await pictures.drawOffered(pictures.nameOf(card))).toBeUndefined()
    expect((await pictures.drawOffered(pictures.offer(card)))?.png).toBeDefined()
    await pictures.end()
  })
})
