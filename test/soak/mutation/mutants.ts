// Mutants of Solidity sources, from the compiler's own syntax tree: what a require, a role or a bound guards is let go, one
// at a time. Most are compiled together, each behind a switch (the base fee of the block), so that one compilation serves
// them all; roles and constants cannot be switched, and are compiled one by one.

export type Kind = 'require' | 'role' | 'bound' | 'branch'
export type Mutant = {
  /** The base fee that turns it on. */
  number: number
  file: string
  line: number
  kind: Kind
  before: string
  after: string
  start: number
  end: number
  way: 'switch' | 'number' | 'statement' | 'replace'
}

type Node = { nodeType: string; src: string } & Record<string, unknown>

/** The boundary only: a comparison the other way round fails every test that passes through it. */
const boundary: Record<string, string> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' }

/** All mutants of one file. `text` is the file, `ast` what the compiler made of it; numbers go on from `first`. */
export function mutantsOf(file: string, text: string, ast: unknown, first: number): Mutant[] {
  const bytes = Buffer.from(text)
  const found = new Map<string, Mutant>()
  const textOf = (node: Node) => {
    const { start, end } = span(node)
    return bytes.subarray(start, end).toString()
  }
  let isConstant = false
  const replace = (kind: Kind, node: Node, after: string, way: Mutant['way'] = 'switch') => {
    const { start, end } = span(node)
    const line = bytes.subarray(0, start).toString().split('\n').length
    const before = textOf(node)
    if (before === after) return
    const place = { number: 0, file, line, kind, before, after, start, end }
    found.set(`${start} ${end} ${after}`, { ...place, way: isConstant ? 'replace' : way })
  }
  /** A condition that always holds; of a branch also one that never does. */
  const condition = (kind: Kind, node: Node) => {
    replace(kind, node, 'true')
    if (kind === 'branch') replace(kind, node, 'false')
  }
  walk(ast, node => {
    if (node.nodeType === 'VariableDeclaration') isConstant = node['constant'] === true
    if (node.nodeType === 'FunctionDefinition' || node.nodeType === 'ModifierDefinition') isConstant = false
    switch (node.nodeType) {
      case 'FunctionCall': {
        const callee = node['expression'] as Node
        const args = (node['arguments'] ?? []) as Node[]
        if (callee['name'] === 'require' && args[0] !== undefined) condition('require', args[0])
        // A check in a function of its own: the whole call goes.
        if (String(callee['name']).startsWith('_check')) replace('require', node, '', 'statement')
        return
      }
      case 'ModifierInvocation': {
        if (node['kind'] === 'modifierInvocation') replace('role', node, '', 'replace')
        return
      }
      case 'IfStatement':
      case 'Conditional':
        return condition('branch', (node['condition'] ?? node) as Node)
      case 'VariableDeclarationStatement': {
        const initial = node['initialValue'] as Node | null
        const [declared] = node['declarations'] as (Node | null)[]
        const type = (declared?.['typeName'] as Node | undefined)?.['name']
        if (initial !== null && type === 'bool' && initial.nodeType !== 'Literal') condition('branch', initial)
        return
      }
      case 'BinaryOperation': {
        const operator = String(node['operator'])
        const [left, right] = [node['leftExpression'] as Node, node['rightExpression'] as Node]
        const other = boundary[operator]
        if (other !== undefined) replace('bound', node, `${textOf(left)} ${other} ${textOf(right)}`)
        if (operator === '&&' || operator === '||') {
          replace('bound', left, String(operator === '&&'))
          replace('bound', right, String(operator === '&&'))
        }
        return
      }
      case 'Literal': {
        const value = String(node['value'])
        if (node['kind'] !== 'number' || !/^\d+$/.test(value) || Number(value) < 2) return
        const unit = typeof node['subdenomination'] === 'string' ? ` ${node['subdenomination']}` : ''
        replace('bound', node, `${Number(value) + 1}${unit}`, 'number')
        replace('bound', node, `${Number(value) - 1}${unit}`, 'number')
        return
      }
    }
  })
  return [...found.values()].map((mutant, index) => ({ ...mutant, number: first + index }))
}

/** The file with every switchable mutant in it, all off. A function that looks at the block is not pure. */
export function withSwitches(text: string, mutants: readonly Mutant[]): string {
  const bytes = Buffer.from(text)
  const switched = mutants.filter(one => one.way !== 'replace')
  if (switched.length === 0) return text
  const render = (start: number, end: number, outer: readonly Mutant[]): string => {
    const inside = outer.filter(one => one.start >= start && one.end <= end)
    const top = inside.filter(one => !inside.some(other => contains(other, one)))
    let [result, at] = ['', start]
    for (const place of [...new Map(top.map(one => [one.start, one])).values()].sort((a, b) => a.start - b.start)) {
      const same = top.filter(one => one.start === place.start)
      const deeper = inside.filter(one => !same.includes(one))
      const original = render(place.start, place.end, deeper)
      result += bytes.subarray(at, place.start).toString() + same.reduce(switchOf, original)
      at = place.end
    }
    return result + bytes.subarray(at, end).toString()
  }
  return render(0, bytes.length, switched).replace(/\bpure\b/g, 'view')
}

/** The file with this one mutant. */
export function withMutant(text: string, { start, end, after }: Mutant): string {
  const bytes = Buffer.from(text)
  return Buffer.concat([bytes.subarray(0, start), Buffer.from(after), bytes.subarray(end)]).toString()
}

function switchOf(original: string, { number, way, after }: Mutant): string {
  if (way === 'statement') return `if (block.basefee != ${number}) ${original}`
  const choice = `(block.basefee == ${number} ? ${after} : ${original})`
  return way === 'number' ? `uint256${choice}` : choice
}

function contains(outer: Mutant, inner: Mutant): boolean {
  return outer.start <= inner.start && outer.end >= inner.end && outer.end - outer.start > inner.end - inner.start
}

function span(node: Node): { start: number; end: number } {
  const [start = 0, length = 0] = node.src.split(':').map(Number)
  return { start, end: start + length }
}

/** Every node but those of assembly, and of constants that are names or hashes rather than bounds. */
function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const one of value) walk(one, visit)
  } else if (typeof value === 'object' && value !== null) {
    const node = value as Node
    if (node.nodeType === 'InlineAssembly' || node.nodeType === 'ImportDirective') return
    if (typeof node.nodeType === 'string') visit(node)
    for (const [key, child] of Object.entries(node)) if (key !== 'typeName') walk(child, visit)
  }
}
