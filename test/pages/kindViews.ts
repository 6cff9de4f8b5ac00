// Screens of the kinds as the conversation draws them, in the middle of an answer: in English, and in the made-up longer language on
// a page that runs from right to left.
import { drawQuestion } from '../../bots/conversation/asking.ts'
import { pack } from '../../bots/conversation/buttons.ts'
import type { View } from '../../bots/conversation/view.ts'
import { PSEUDO, wordsFor } from '../../bots/conversation/words/index.ts'
import { kindOf } from '../../core/kinds/index.ts'
import type { KindName } from '../../core/kinds/kind.ts'
import { samples } from '../support/kindSamples.ts'

const ID = '01890a5d-ac96-774b-bcce-b302099a8057'
const LONG_DIFF = `diff --git a/lib/read.py b/lib/read.py
--- a/lib/read.py
+++ b/lib/read.py
@@ -41,7 +41,7 @@ def rows_of(path):
     """Rows of a file, without their ends."""
-    with open(path) as f:
-        rows = f.readlines()
-    return [r.strip() for r in rows]
+    # Does not hold the raw file: our files are UTF-8, whatever the machine says.
+    with open(path, encoding="utf-8") as f:
+        return [line.strip() for line in f if line.strip() != "" and not line.startswith("#")]
 
 
 def count(path):
@@ -90,2 +90,2 @@ def count(path):
-    return len(rows_of(path))
+    return sum(1 for _ in rows_of(path))
 # end
`

type Drawn = { name: KindName; draft?: unknown; list?: number; content?: unknown; locale?: string }

function viewOf({ name, draft = null, list = 0, content, locale = 'en' }: Drawn): View {
  const kind = kindOf(name)
  const w = wordsFor(locale)
  const item = {
    kind: name,
    ask: kind.ask.parse(samples[name].ask),
    content: kind.content.parse(content ?? samples[name].item(1).content),
  }
  const frame = (['guide', 'skip', 'more'] as const).map(label => ({
    kind: 'press' as const,
    label: w.say(`button.${label}`),
    payload: pack(label, 'go', ID),
  }))
  const shown = drawQuestion(w, {
    asking: { item, seed: 1, draft, list, isWriting: false },
    reading: undefined,
    scene: 'task',
    id: ID,
    foot: [{ type: 'foot', text: w.say('task.foot', { campaign: 'All about it', price: '2 PRL', seconds: 70 }) }],
    frame,
  })
  const { form, ...rest } = shown
  return { scene: 'task', audience: 'private', before: [], ...rest, ...(form === undefined ? {} : { form }) }
}

const MUST = {
  file: 'lib/read.py',
  line: 44,
  side: 'new',
  weight: 'must',
  text: 'A row that begins with # was data before: now it is lost.',
}
const change = {
  title: 'Read without holding the raw file',
  claim: 'Same rows as before. Our files are UTF-8.',
  diff: LONG_DIFF,
}

const screens: Record<string, Drawn> = {
  tags: { name: 'tags', draft: { labels: ['rushes'], isNone: false } },
  rating: { name: 'rating' },
  ratingDone: { name: 'rating', draft: { scores: { correct: 4, easy: 'cannot_judge' } } },
  stepsMark: { name: 'steps', draft: { steps: ['right'] } },
  stepsNote: { name: 'steps', draft: { steps: ['right', 'wrong'], reason: 'rule' } },
  stepsDone: {
    name: 'steps',
    draft: { steps: ['right', 'wrong'], reason: 'rule', note: 'The second discount applies to 60.' },
  },
  code: { name: 'codeReview', content: change, draft: { comments: [MUST] } },
  codeLine: { name: 'codeReview', content: change, draft: { comments: [], at: { step: 'line', file: 0, page: 0 } } },
  codeWords: {
    name: 'codeReview',
    content: change,
    draft: { comments: [], at: { step: 'words', ...MUST, text: 'Why?' } },
  },
  codeDone: { name: 'codeReview', content: change, draft: { comments: [MUST], decision: 'needs_changes' } },
}

export const KIND_SCENES = Object.entries(screens).flatMap(([name, drawn]) => [
  { name, view: viewOf(drawn), locale: undefined },
  { name: `${name}Rtl`, view: viewOf({ ...drawn, locale: PSEUDO }), locale: 'ar' },
])
