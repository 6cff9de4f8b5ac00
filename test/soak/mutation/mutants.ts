// Mutants of Solidity sources, from the compiler's own syntax tree: what a require, a role or a bound guards is let go, one
// at a time. A mutant is one replaced stretch of one file.

export type Mutant = { file: string; line: number; kind: Kind; before: string; after: string; source: string }
export type Kind = 'require' | 'role' | 'bound' | 'branch'

type Node = { nodeType: string; src: string } & Record<string, unknown>

/** The boundary only: a comparison the other way round fails every test that passes through it. */
const boundary: Record<string, string> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' }

/** All mutants of one file. `text` is the file, `ast` what the compiler made of it. */
export function mutantsOf(file: string, text: string, ast: unknown): Mutant[] {
  const bytes = Buffer.from(text)
  const found = new Map<string, Mutant>()
  const textOf = (node: Node) => {
    const { start, end } = span(node)
    return bytes.subarray(start, end).toString()
  }
  const replace = (kind: Kind, node: Node, after: string) => {
    const { start, end } = span(node)
    const source = Buffer.concat([bytes.subarray(0, start), Buffer.from(after), bytes.subarray(end)]).toString()
    const line = bytes.subarray(0, start).toString().split('\n').length
    const before = textOf(node)
    if (before !== after) found.set(`${start} ${after}`, { file, line, kind, before, after, source })
  }
  /** A condition that always holds; of a branch also one that never does. */
  const condition = (kind: Kind, node: Node) => {
    replace(kind, node, 'true')
    if (kind === 'branch') replace(kind, node, 'false')
  }
  walk(ast, node => {
    switch (node.nodeType) {
      case 'FunctionCall': {
        const callee = node['expression'] as Node
        const args = (node['arguments'] ?? []) as Node[]
        if (callee['name'] === 'require' && args[0] !== undefined) condition('require', args[0])
        // A check in a function of its own: the whole call goes.
        if (/^_check/.test(String(callee['name']))) replace('require', node, '("")')
        return
      }
      case 'ModifierInvocation': {
        if (node['kind'] === 'modifierInvocation') replace('role', node, ' '.repeat(textOf(node).length))
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
        replace('bound', node, `${Number(value) + 1}${unit}`)
        replace('bound', node, `${Number(value) - 1}${unit}`)
        return
      }
    }
  })
  return [...found.values()]
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
