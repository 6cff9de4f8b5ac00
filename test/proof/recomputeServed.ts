// Recomputes a payday from what anybody can download. It imports nothing of Perle but core/proof, on purpose.
import { type Hash, recomputeManifest } from '../../core/proof/index.ts'

type Served = { headText: string; parts: { sha256: string }[]; previous: { headText: string } | null }

/** Fetches head and parts of an epoch and works everything out again. Throws the first difference. */
export async function recomputeServed(url: string, epoch: number): Promise<{ rows: number; manifestHash: Hash }> {
  const served = (await (await fetch(`${url}/api/epochs/${epoch}`)).json()) as Served
  const parts = new Map<Hash, string>()
  for (const { sha256 } of served.parts) {
    const reply = await fetch(`${url}/api/epochs/${epoch}/parts/${sha256}`)
    parts.set(sha256 as Hash, await reply.text())
  }
  const result = recomputeManifest(served.headText, parts)
  if (!result.ok) throw new Error(JSON.stringify(result.differences[0]))
  return { rows: result.rows, manifestHash: result.header.manifestHash }
}
