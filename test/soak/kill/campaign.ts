// Work enough for a long run: the starter campaign of messages, each said many times over with a number of its own.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const STARTER = join(import.meta.dirname, '../../../core/campaigns/starters/scam-or-advert')
export const TITLE = 'Messages without end'

type Item = { id: string; role: string; content: { text: string }; truth: string }

/** Labels that people read, by what an item says. Answered rightly, mostly: somebody who is wrong too often is paused. */
export type Truths = ReadonlyMap<string, string>

/** Writes campaign.json and items.jsonl into `folder`; `copies` of each item that people are asked, as many checks in proportion. */
export async function writeCampaign(folder: string, copies: number): Promise<Truths> {
  const campaign = JSON.parse(await readFile(join(STARTER, 'campaign.json'), 'utf8')) as {
    ask: { labels: { id: string; label: string }[] }
  }
  const items = (await readFile(join(STARTER, 'items.jsonl'), 'utf8'))
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line) as Item)
  const many = items.flatMap(item =>
    item.role === 'live' || item.role === 'check'
      ? Array.from({ length: copies }, (_, index) => numbered(item, index + 1))
      : [item],
  )
  await mkdir(folder, { recursive: true })
  await writeFile(
    join(folder, 'campaign.json'),
    JSON.stringify({ ...campaign, slug: 'messages-without-end', title: TITLE, skill: 'reading messages' }),
  )
  await writeFile(join(folder, 'items.jsonl'), many.map(item => `${JSON.stringify(item)}\n`).join(''))
  const labels = new Map(campaign.ask.labels.map(({ id, label }) => [id, label]))
  return new Map(many.map(item => [item.content.text, labels.get(item.truth) ?? '']))
}

function numbered(item: Item, number: number): Item {
  return { ...item, id: `${item.id}-${number}`, content: { ...item.content, text: `${item.content.text} (${number})` } }
}
