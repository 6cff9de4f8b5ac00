// The two charts that a chat shows, with their words.
import type { CampaignDesk, Preferences } from '@perle/core'
import type { Block } from '../view.ts'
import type { Words } from '../words/index.ts'
import { picture } from './scene.ts'

type Standing = Pick<CampaignDesk, 'title' | 'sure' | 'asked' | 'items'>

/** Bars of several campaigns share one scale, so that they may be compared. */
export function progressChart(w: Words, campaigns: readonly Standing[]): Block {
  const sum = (field: 'sure' | 'items') => campaigns.reduce((total, one) => total + one[field], 0)
  return picture(w, {
    kind: 'progress',
    title: w.say('desk.chartTitle', { sure: w.number(sum('sure')), items: w.number(sum('items')) }),
    rows: campaigns.map(({ title, sure, asked, items }) => {
      const open = Math.max(0, items - sure - asked)
      return { label: title, sure, asked, open, said: w.say('desk.chartRow', { sure, asked, open }) }
    }),
  })
}

export function preferenceChart(w: Words, { shares, compared, allBad, cannotJudge }: Preferences): Block {
  const best = [...shares].sort((one, other) => other.share - one.share)
  const [first, second] = best
  const isClear = first !== undefined && second !== undefined && first.low > second.high
  const ofHundred = (share: number) => w.number(Math.round(share * 100))
  return picture(w, {
    kind: 'preferences',
    title: isClear ? w.say('desk.preferClear', { letter: first.candidate }) : w.say('desk.preferOpen'),
    rows: shares.map(({ candidate, share, low, high }) => ({
      label: candidate,
      share,
      low,
      high,
      said: w.say('desk.preferRow', { share: ofHundred(share), low: ofHundred(low), high: ofHundred(high) }),
    })),
    tied: w.say('desk.preferTied'),
    foot: w.say('desk.preferFoot', { count: compared, bad: allBad, cannot: cannotJudge }),
  })
}
