// Which addresses a server may be asked to fetch from: public ones. Everything that leads back into a house, a data centre or this very
// machine is refused, in each of the forms that an IPv6 address can hide an IPv4 one in (RFC 6890 and its registries). Pure.
import { BlockList, isIP } from 'node:net'

const V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  // Link-local, and the address at which clouds tell a machine its own secrets.
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]

const blocked = new BlockList()
for (const range of V4) {
  const [network = '', bits] = range.split('/')
  blocked.addSubnet(network, Number(bits), 'ipv4')
}
/** Of IPv6 only global unicast is public at all; parts of it are not. */
const global6 = new BlockList()
global6.addSubnet('2000::', 3, 'ipv6')
const reserved6 = new BlockList()
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['3fff::', 20],
] as const) {
  reserved6.addSubnet(network, bits, 'ipv6')
}

/** Whether a resolved address, as digits, is one of the public internet. */
export function isPublicAddress(address: string): boolean {
  // A zone ("fe80::1%eth0") is never public.
  if (isIP(address) === 4) return !blocked.check(address, 'ipv4')
  if (isIP(address) !== 6 || address.includes('%')) return false
  const groups = groupsOf(address)
  const inside = embedded(groups)
  if (inside !== undefined) return !blocked.check(inside, 'ipv4')
  return global6.check(address, 'ipv6') && !reserved6.check(address, 'ipv6')
}

/** The eight groups of an IPv6 address. */
function groupsOf(address: string): number[] {
  // The URL parser writes every form of an address in one way: hexadecimal, shortened.
  const plain = new URL(`http://[${address}]/`).hostname.slice(1, -1)
  const [before = '', after] = plain.split('::')
  const numbers = (part: string | undefined) =>
    part === undefined || part === '' ? [] : part.split(':').map(group => Number.parseInt(group, 16))
  const [head, tail] = [numbers(before), numbers(after)]
  return [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => 0), ...tail]
}

/** The IPv4 address in a mapped (::ffff:0:0/96), translated (64:ff9b::/96) or 6to4 one (2002::/16). */
function embedded(groups: number[]): string | undefined {
  const v4 = (high = 0, low = 0) => [high >> 8, high & 255, low >> 8, low & 255].join('.')
  const starts = (...want: number[]) => want.every((group, index) => groups[index] === group)
  if (starts(0, 0, 0, 0, 0, 0xffff) || starts(0x64, 0xff9b, 0, 0, 0, 0)) return v4(groups[6], groups[7])
  return groups[0] === 0x2002 ? v4(groups[1], groups[2]) : undefined
}
