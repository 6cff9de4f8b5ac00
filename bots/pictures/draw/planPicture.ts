import type { PictureAsk } from '../ask.ts'
import { planCard } from './card.ts'
import { planCode } from './code.ts'
import type { Plan } from './plan.ts'
import { planPreferences } from './preferences.ts'
import { planProgress } from './progress.ts'
import { planQr } from './qr.ts'

/** Lays a picture out; its pages are drawn when they are asked for. */
export function planPicture(ask: PictureAsk): Promise<Plan> {
  switch (ask.kind) {
    case 'card':
      return planCard(ask)
    case 'progress':
      return planProgress(ask)
    case 'preferences':
      return planPreferences(ask)
    case 'qr':
      return planQr(ask)
    case 'code':
    case 'diff':
      return planCode(ask)
  }
}
