// Where a deployment lives: the JSON file that `deployAll` gives and `openChain` takes.
import { z } from 'zod'

const lowerCaseHex = (digits: number) =>
  z.string().transform((text, context) => {
    if (new RegExp(`^0x[0-9a-fA-F]{${digits}}$`).test(text)) return text.toLowerCase() as `0x${string}`
    context.addIssue({ code: 'custom', message: `expected 0x and ${digits} hex digits` })
    return z.NEVER
  })

const address = lowerCaseHex(40)

/**
 * One `Settlement` and what belongs to it. `block` is where reading events begins. `genesisHash` tells two chains with
 * the same chain id apart (a local chain that was deleted and made again has the same addresses).
 */
export const deploymentSchema = z.strictObject({
  chainId: z.number().int().positive(),
  genesisHash: lowerCaseHex(64),
  block: z.number().int().nonnegative(),
  /** Where reading the timelock's roles begins; absent in older files. */
  timelockBlock: z.number().int().nonnegative().optional(),
  token: z.strictObject({ address, symbol: z.string(), decimals: z.number().int().min(0).max(18) }),
  settlement: address,
  timelock: address,
  roles: z.strictObject({ publisher: address, guardian: address, treasury: address }),
})

export type Deployment = z.output<typeof deploymentSchema>
