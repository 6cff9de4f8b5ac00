// Every scenario by its name.
import { effort } from './effort.ts'
import { gate } from './gate.ts'
import { incentives } from './incentives.ts'
import { knobs } from './knobs.ts'
import { large } from './large.ts'
import { reviewers } from './reviewers.ts'
import { ring } from './ring.ts'
import type { Scenario } from './scenario.ts'
import { sybil } from './sybil.ts'

export const SCENARIOS: readonly Scenario[] = [gate, incentives, large, effort, sybil, ring, reviewers, knobs]
