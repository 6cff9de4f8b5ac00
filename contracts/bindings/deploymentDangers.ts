// What an operator should know about a deployment before people trust it. Pure: facts in, warnings out.
import type { Deployment } from './deployment.ts'
import type { DeploymentFacts } from './deploymentFacts.ts'

/** `code` is for programs; `says` is a sentence without its full stop. */
export type Danger = { code: string; says: string }

const hour = 3_600
const day = 24 * hour
/** Below this nobody has time to look at a generation before it can be claimed. */
const safeDelay = 6 * hour
/** economics.md 5.4: grace has to outlast a change of keys by the timelock, with a week for people to agree on it. */
const agreeing = 7 * day
/** Of the supply, in percent: what one epoch may move, and so what a stolen publisher may take a delay. */
const safeIncreasePercent = 1n
/** A veto and a few more transactions at 50 gwei. */
const enoughCoins = 5n * 10n ** 15n

/** In the order in which a person should look at them. None is good. */
export function dangersOf(facts: DeploymentFacts, deployment: Deployment): Danger[] {
  const found: Danger[] = []
  const warn = (isSo: boolean, code: string, says: string) => {
    if (isSo) found.push({ code, says })
  }
  const { publisher, guardian, activationDelay, minActivationDelay, token, timelockDelay } = facts
  warn(!facts.isOurCode, 'code.other', 'the code of the contract is not the one that this version deploys')
  warn(
    facts.timelock !== deployment.timelock,
    'timelock.other',
    `the contract obeys another timelock (${facts.timelock})`,
  )
  warn(
    activationDelay < safeDelay,
    'delay.short',
    `the activation delay is ${activationDelay} s: nobody can veto in time`,
  )
  warn(
    minActivationDelay < safeDelay && activationDelay >= safeDelay,
    'delay.floor',
    `the timelock may lower the activation delay to ${minActivationDelay} s, in which nobody can veto in time`,
  )
  warn(
    facts.pausedUntil > facts.now,
    'paused',
    `settlement is paused until ${new Date(facts.pausedUntil * 1000).toISOString()}`,
  )
  warn(
    publisher.address !== deployment.roles.publisher,
    'publisher.replaced',
    'the publisher was replaced since deployment',
  )
  warn(
    guardian.address !== deployment.roles.guardian,
    'guardian.replaced',
    'the guardian was replaced since deployment',
  )
  warn(publisher.isOneKey, 'publisher.key', 'the publisher is one key and no threshold of several')
  warn(
    publisher.coins < enoughCoins && publisher.isOneKey,
    'publisher.poor',
    'the publisher has hardly any coins for fees: it cannot settle',
  )
  warn(
    guardian.coins < enoughCoins && guardian.isOneKey,
    'guardian.poor',
    'the guardian has hardly any coins for fees: it cannot veto',
  )
  warn(
    facts.treasury === publisher.address || facts.treasury === guardian.address,
    'treasury.shared',
    'the treasury is the key of the publisher or the guardian: losing one loses both',
  )
  const limit = (token.supply * safeIncreasePercent) / 100n
  warn(
    BigInt(facts.maxIncrease) * 10n ** BigInt(token.decimals) > limit,
    'increase.high',
    `an epoch may move ${facts.maxIncrease} ${token.symbol}, more than ${safeIncreasePercent} % of all there are: a stolen publisher could take that each delay`,
  )
  warn(token.isProxy, 'token.proxy', 'the token is a proxy: whoever holds it can change it')
  warn(
    timelockDelay < day,
    'timelock.short',
    `changes wait ${timelockDelay} s in the timelock: nobody can object in time`,
  )
  warn(
    facts.graceDays * day < timelockDelay + agreeing,
    'grace.short',
    `grace is ${facts.graceDays} days, less than replacing a stolen key takes (timelock and a week)`,
  )
  return [...found, ...timelockDangers(facts)]
}

function timelockDangers({ roles, waitingChanges = 0, timelock, publisher, guardian }: DeploymentFacts): Danger[] {
  if (roles === undefined) return []
  const found: Danger[] = []
  const strangers = roles.admin.filter(one => one !== timelock)
  if (strangers.length > 0) {
    found.push({
      code: 'timelock.admin',
      says: `${strangers.join(', ')} can give roles of the timelock without waiting`,
    })
  }
  if (roles.proposer.length === 0) {
    found.push({ code: 'proposer.none', says: 'nobody can propose a change: no stolen key can ever be replaced' })
  }
  if (roles.proposer.includes('anybody')) {
    found.push({ code: 'proposer.anybody', says: 'anybody can propose changes to the timelock' })
  }
  for (const [name, { address }] of [
    ['publisher', publisher],
    ['guardian', guardian],
  ] as const) {
    if (!roles.proposer.includes(address)) continue
    found.push({
      code: `proposer.${name}`,
      says: `the ${name} can also propose changes: one stolen key has both powers`,
    })
  }
  if (roles.executor.length === 0) {
    found.push({ code: 'executor.none', says: 'nobody can execute what was proposed: nothing can ever be changed' })
  }
  if (waitingChanges > 0) {
    found.push({
      code: 'changes.waiting',
      says: `${waitingChanges} changes wait in the timelock: look at what they do`,
    })
  }
  return found
}
