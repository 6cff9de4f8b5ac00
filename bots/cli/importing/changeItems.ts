import type { Shape, Shaped } from './shape.ts'

/** A change with its title and its claim, as `changeRecords` gives it or as a line of JSON does. Pure. */
export const changeItems: Shape = {
  name: 'diffs',
  kinds: ['codeReview'],
  fits: record => typeof (record['diff'] ?? record['patch']) === 'string',
  inWords: () => 'unified diffs: one change an item, with what its commit says',
  read: (record): Shaped => {
    const [diff, file] = [record['diff'] === undefined ? 'patch' : 'diff', record['file']]
    const title = ['title', 'subject'].find(name => record[name] !== undefined) ?? 'title'
    const claim = ['claim', 'description', 'message', 'body'].find(name => record[name] !== undefined) ?? 'claim'
    const where = typeof file === 'string' ? { 'content.diff': file } : { 'content.diff': diff }
    return {
      ok: true,
      content: { title: record[title], claim: record[claim], diff: record[diff] },
      names: { ...where, 'content.title': title, 'content.claim': claim },
      taken: ['file', title, claim, diff],
    }
  },
}
