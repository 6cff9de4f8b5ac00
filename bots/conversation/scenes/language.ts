// S04, first half. One's language; under /settings the same list again.
import { setLanguage } from '@perle/core'
import { pack } from '../buttons.ts'
import type { StateOf } from '../state.ts'
import { languageOf, languagesIn, said, wordsFor } from '../words/index.ts'
import { button, drawer, para, type Scene, STALE } from './scene.ts'
import { towardOf } from './toward.ts'

export const language: Scene<StateOf<'language'>> = {
  async show({ ctx, person, w }, state) {
    const guessed = languageOf(person.locale)
    // Made-up ones are for who looks at Perle's own screens: nobody meets them on their way in.
    const languages = languagesIn(state.isSetting ? ctx.settings.mode : 'live')
    const tags = Object.keys(languages).sort((one, other) => Number(other === guessed) - Number(one === guessed))
    const choices = tags.map(tag =>
      button(languages[tag] ?? tag, pack('language', 'choose', undefined, tag), { primary: tag === tags[0] }),
    )
    return {
      heading: w.say('language.heading'),
      line: w.say('language.line'),
      blocks: [para(w.spans('language.body'))],
      rows: [
        ...choices.map(choice => [choice]),
        ...(state.isSetting ? [[drawer(w).press('back', 'settings', 'go')]] : []),
      ],
    }
  },

  async press({ ctx, person }, press, state) {
    if (press.verb === 'go') return { to: { scene: 'language', isSetting: true } }
    if (press.verb !== 'choose' || languagesIn(ctx.settings.mode)[press.arg] === undefined) return STALE
    await setLanguage(ctx, { contributorId: person.id, locale: press.arg })
    const changed = { locale: press.arg }
    if (state.scene === 'language' && state.isSetting) {
      return { to: { scene: 'settings' }, says: [said('settings.saved')], person: changed }
    }
    const next = person.isAdult
      ? ({ scene: 'work', page: 0 } as const)
      : ({ scene: 'age', ...towardOf(state) } as const)
    return { to: next, person: changed }
  },
}

/** The name of a language in itself. */
export function languageName(locale: string): string {
  return languagesIn('local')[languageOf(locale)] ?? wordsFor(locale).locale
}
