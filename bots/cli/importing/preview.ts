// An item as the people of a campaign will see it, as text; and how much there is to read.
import { type CampaignCard, type ItemContent, kindOf } from '@perle/core'
import { drawQuestion, sectionsOf } from '../../conversation/asking.ts'
import { talkOf } from '../../conversation/kinds/index.ts'
import { asWhole } from '../../conversation/kinds/kindTalk.ts'
import { fitsOneScreen, partsOf } from '../../conversation/reading.ts'
import { button } from '../../conversation/scenes/scene.ts'
import { wordsFor } from '../../conversation/words/index.ts'
import { printed } from '../viewText.ts'

const w = wordsFor('en')

/** The first screen of a task with this item, sides as the item has them, and the right answer where its file gives one. */
export function itemText(item: ItemContent, truth: unknown, card: CampaignCard): string {
  const asking = { item, seed: undefined, draft: null, list: 0, isWriting: false }
  const foot = w.say('task.foot', { campaign: card.title, price: w.sum(card.price), seconds: card.usualSeconds })
  const frame = [button(w.say('button.guide'), ''), button(w.say('button.skip'), ''), button(w.say('button.more'), '')]
  const shown = drawQuestion(w, {
    asking,
    reading: undefined,
    scene: 'task',
    // Nobody presses these buttons; a payload wants an id.
    id: card.campaignId,
    foot: [{ type: 'foot', text: foot }],
    frame,
  })
  const { form, ...screen } = shown
  const text = printed({ before: [], ...screen, ...(form === undefined ? {} : { form }) })
  if (truth === undefined) return text
  const right = kindOf(item.kind).right(item, truth, () => 0)
  const inWords = talkOf(item.kind)
    .inWords(w, item, right, false)
    .replace(/[\u2068\u2069]/g, '')
  return `${text}\nKnown as right: ${inWords}`
}

/** Screens that its content takes: an estimate, since a reasoning is read step by step. */
export function pagesOfItem(item: ItemContent): number {
  const sections = sectionsOf(w, asWhole(item))
  return fitsOneScreen(sections) ? 1 : sections.reduce((sum, section) => sum + partsOf(section.text).length, 0)
}
