// Labels that a requester offers: an id for the records, and the words people see.
import { z } from 'zod'

/** `longest` is what fits a button of every surface, with the marks that the kind adds. */
export function labelList(limits: { max: number; longest: number }) {
  return z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9_]{1,32}$/, 'small letters, digits and _ , at most 32'),
        label: z.string().min(1).max(limits.longest),
      }),
    )
    .min(1)
    .max(limits.max)
    .refine(labels => new Set(labels.map(label => label.id)).size === labels.length, 'label ids differ from each other')
}
