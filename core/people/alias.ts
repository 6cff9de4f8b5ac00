// Two words instead of a name: what Views and logs call a person, and what a wallet page and a chat must both show.

const FIRST =
  'amber ample autumn basalt blue bold brass brave bright calm cedar clear clever cloud coral crisp dawn deep early east even fair fern fine first flint fresh gentle glad golden grand green hazel high honest indigo ivory jade keen kind lake late light lilac long lucky maple mellow mild mint misty noble north oak ocean olive open pale patient plain polar proud quick quiet rapid ready river rosy round royal ruby sage sandy silver slate smooth snowy soft solid south spring steady still stone summer sunny swift tall tidal topaz true upper vivid warm west white wide willow wise young'.split(
    ' ',
  )
const SECOND =
  'acorn anchor apple arch arrow badge basin beacon birch bird bloom branch bridge brook candle canoe castle cliff cloud clover comet compass coral crane creek crown delta dune eagle ember falcon feather field finch fjord flame forest fountain garden gate glade grove harbor harp hawk heron hill island jasper kite lagoon lamp lantern lark leaf lemon lily lotus lynx marble meadow melon mirror moon moss mountain orchard otter owl pebble pearl pine planet plum pond poppy quartz quill rain raven reed reef ridge robin rocket root saddle sail shell shore sky sparrow spruce star stream summit sun swan thistle tiger tower trail tulip valley violin wave willow wind wolf wren'.split(
    ' ',
  )

/** A pair of short common words; about 10,000 pairs, so it names and does not identify. */
export function twoWords(random: () => number): [string, string] {
  const pick = (words: string[]) => words[Math.floor(random() * words.length)] ?? 'calm'
  const first = pick(FIRST)
  let second = pick(SECOND)
  while (second === first) second = pick(SECOND)
  return [first, second]
}

export function aliasOf(words: [string, string]): string {
  return words.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join(' ')
}
