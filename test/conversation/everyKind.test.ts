import { KINDS, samples, variants } from '../support/kindSamples.ts'
import { wholeLoop } from './journeys/wholeLoop.ts'

for (const name of KINDS) wholeLoop(name, samples[name])
for (const [, name, sample] of variants) wholeLoop(name, sample)
