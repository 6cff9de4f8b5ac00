// Every kind through the whole loop, in conversation: answered, undone, gone on with, skipped, reported, asked about, judged, accepted,
// refused, appealed, paid and exported. PERLE_SHOW_TALK=1 prints what was read.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openItemsFile } from '../../../bots/cli/itemsFile.ts'
import { readItemRow } from '../../../core/campaigns/itemRow.ts'
import { exportDataset } from '../../../core/datasets/exportDataset.ts'
import type { ContributorId } from '../../../core/ids.ts'
import { kindOf } from '../../../core/kinds/index.ts'
import type { KindName } from '../../../core/kinds/kind.ts'
import { closeDueRounds } from '../../../core/review/closeDueRounds.ts'
import { openDueRounds } from '../../../core/review/openDueRounds.ts'
import { newestRound } from '../../review/sitting.ts'
import { closeAll, nameOnChain, pretendSettled } from '../../settlement/payday.ts'
import { aPerson, type BuiltCampaign, consent, must, someItems } from '../../support/builders.ts'
import type { Sample } from '../../support/kindSamples.ts'
import type { Solvable, Solver } from '../../support/solveKind.ts'
import { aWorld, type World } from '../../support/world.ts'
import { printed, type Talking, talkingAs } from '../transcript.ts'
import { answers, NOTE, numberOn, openFor, printable, solvable, takes, votesOn } from './kindSteps.ts'

/** What everybody may do with every kind: one that is missing from a kind's talk fails it. */
const DEEDS = [
  'answered',
  'undone',
  'resumed',
  'skipped',
  'reported',
  'reviewed',
  'accepted',
  'refused',
  'appealed',
  'exported',
]

/** Declares the tests of one kind's whole loop; `solver` answers a kind that no other test knows. */
export function wholeLoop(name: KindName, sample: Sample, solver?: Solver): void {
  describe(`${name} in conversation`, { timeout: 120_000 }, () => {
    let world: World
    let campaign: BuiltCampaign
    let author: ContributorId
    let me: Talking
    /** The author's talk from before the restart. */
    let before: Talking | undefined
    const did = new Set<string>()
    const judges: Talking[] = []
    beforeAll(async () => {
      world = await aWorld({ seed: 5 })
      campaign = await openFor(world, name, sample)
      await nameOnChain(world, campaign.campaignId)
      const live = Array.from({ length: 8 }, (_, n) => ({ content: sample.item(n).content }))
      await someItems(world, campaign, live)
      author = await aPerson(world, { skill: campaign.skill })
      await consent(world, author, campaign.campaignId)
      for (let n = 0; n < 16; n++) await aPerson(world, { role: 'reviewer' })
      me = await talkingAs(world, author)
    }, 120_000)
    afterAll(async () => {
      if (process.env['PERLE_SHOW_TALK'])
        console.log(
          [...(before === undefined ? [] : [before]), me, ...judges].map(talk => talk.print()).join('\n\n=====\n'),
        )
      await world.close()
    })

    /** The number of the item on screen, which every sample names in its text. */
    const shown = () => numberOn(me)
    const rightly = (n: number): Solvable => solvable(name, sample, n, sample.item(n).truth)
    const wrongly = (n: number): Solvable => solvable(name, sample, n, sample.untruth(n))

    it('is answered tap by tap, and a restart in between loses nothing', async () => {
      await me.says('/task')
      await me.presses('Start 1')
      const item = rightly(shown())
      if (sample.isOneTap === undefined) await takes(me, item, solver)
      const left = printable(me)
      before = me
      // Another visit, with nothing but what the database holds.
      me = await talkingAs(world, author)
      await me.says('/task')
      me.shows(sample.isOneTap ? '# You have one open.' : '# You have one open, with your draft.')
      await me.presses('Go on')
      expect(printable(me)).toBe(left)
      did.add('resumed')
      await answers(world, me, item, solver)
      me.shows('**Your first answer is saved.**')
      did.add('answered')
    })

    it('is taken back until the next is sent, and sent again as it was', async () => {
      await me.presses('Undo')
      me.shows('Taken back. It is open again below.')
      const item = rightly(shown())
      await answers(world, me, item, solver)
      expect(printed(me.view())).toMatch(/first answer is saved|\*\*Saved/)
      did.add('undone')
      await me.says('/me')
      me.shows('Today 1')
      await me.says('/task')
      await me.presses('Go on')
    })

    it('shows its guide, is skipped, reported, and asked about at no cost', async () => {
      await me.presses('Guide')
      me.shows('# Guide: All about', 'Answer in your own words', 'Version 1')
      await me.presses('Back')
      for (const way of [
        ['Skip', 'Not clear'],
        ['More', 'Report', 'Right answer missing'],
      ]) {
        const before = shown()
        for (const label of way) await me.presses(label)
        expect(shown()).not.toBe(before)
        did.add(way.includes('Report') ? 'reported' : 'skipped')
      }
      const before = shown()
      await me.presses('More')
      await me.presses('Ask about the guide')
      await me.writes('Does the second rule hold for short ones too?')
      me.shows('**Sent.** A laboratory can read it')
      expect(shown()).not.toBe(before)
    })

    it('is answered wrongly, too', async () => {
      await answers(world, me, wrongly(shown()), solver)
      me.shows('2 today')
      await me.presses('More')
      await me.presses('Stop for now')
    })

    it('is judged by people who see all of it', async () => {
      await judgeAll(answered => answered.includes(sample.told) || answered.includes('A is better'))
      expect(judges.length).toBeGreaterThan(0)
      did.add('reviewed')
      await me.says('/me')
      me.shows('accepted 1', 'not accepted 1')
      did.add('refused')
    })

    it('tells its author why, and a second look by others puts it right', async () => {
      await me.presses('Results')
      me.shows('not accepted')
      const place = printable(me)
        .split('\n')
        .findIndex(line => line.includes('not accepted'))
      expect(place).toBeGreaterThan(0)
      await me.presses('Not accepted')
      await me.presses('See 1')
      me.shows('# Not accepted.', 'guide, rule 2', NOTE)
      expect(printable(me)).toContain('**Yours**')
      await me.presses('Ask for a second look')
      await me.presses('Send it')
      await judgeAll(() => true)
      did.add('appealed')
      await me.says('/me')
      me.shows('accepted 2')
      await me.presses('Results')
      await me.presses('See 2')
      me.shows('# Accepted', sample.told.replace('Answered**: ', '').split(',')[0] as string)
      did.add('accepted')
    })

    it('is recorded at a payday and exported with its fields, its guide and its proof', async () => {
      await closeAll(world)
      await pretendSettled(world, 1)
      const lines: string[] = []
      for await (const line of must(await exportDataset(world, campaign))) lines.push(line)
      const rows = lines.slice(1).map(line => JSON.parse(line))
      expect(rows).toHaveLength(2)
      const kind = kindOf(name)
      for (const row of rows) {
        const { answer } = JSON.parse(row.answer) as { answer: unknown }
        const item = { kind: name, ask: row.columns.ask, content: row.columns.content }
        expect(row.guideVersion).toBe(1)
        expect(JSON.parse(row.answer)).toMatchObject({ kind: name, guideVersion: 1 })
        expect(kind.answer(item).parse(answer)).toEqual(answer)
        expect(row.columns).toMatchObject(kind.exportFields(item, answer))
      }
      expect(
        rows.filter(row => Object.entries(sample.exported).every(([field, value]) => row.columns[field] === value))
          .length,
      ).toBeGreaterThan(0)
      // The same dataset, imported: every item once more as it was, without answers.
      const folder = await mkdtemp(join(tmpdir(), 'perle-export-'))
      const path = join(folder, 'dataset.jsonl')
      await writeFile(path, lines.join('\n'))
      const file = await openItemsFile(path, name, { ask: sample.ask })
      const again: unknown[] = []
      for await (const entry of file.rows) {
        const read = 'fault' in entry ? entry : readItemRow(entry.value, { kind: name, ask: sample.ask, rules: [] })
        again.push('row' in read && typeof read.row === 'object' ? [read.row.externalId, read.row.contentHash] : read)
      }
      expect(again).toEqual(rows.map(row => [row.columns.item, row.columns.contentHash]))
      expect([...file.leftOut.skipped]).toEqual([['the head of a dataset of Perle', 1]])
      await rm(folder, { recursive: true, force: true })
      did.add('exported')
      expect([...did].toSorted()).toEqual(DEEDS.toSorted())
    })

    async function judgeAll(isGood: (answered: string) => boolean): Promise<void> {
      await world.turn(ctx => openDueRounds(ctx, { isFlush: true }))
      const { seats } = await newestRound(world)
      for (const seat of seats) {
        const judge = await talkingAs(world, seat)
        judges.push(judge)
        await judge.says('/review')
        await judge.presses('Open 1')
        if (!judge.has('Start reviewing')) continue
        await judge.presses('Start reviewing')
        while (judge.view().scene === 'vote') await votesOn(judge, isGood)
      }
      world.advance(80 * 3600)
      await world.turn(ctx => closeDueRounds(ctx, { isFlush: true }))
    }
  })
}
