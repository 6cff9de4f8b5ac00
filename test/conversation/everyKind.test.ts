import { KINDS, samples } from '../support/kindSamples.ts'
import { wholeLoop } from './journeys/wholeLoop.ts'

for (const name of KINDS) wholeLoop(name, samples[name])
