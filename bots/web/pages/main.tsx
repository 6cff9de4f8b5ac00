import { lazy, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/frame.css'
import './styles/chat.css'
import './styles/media.css'
import './styles/pictures.css'
import './styles/figures.css'
import { ChatPage } from './chat/ChatPage.tsx'
import { Nowhere } from './frame/Nowhere.tsx'
import { type Place, placeOf } from './place.ts'

// The chat is what most people open: the pages that check and sign bring their own code.
const ContributionPage = lazy(async () => ({
  default: (await import('./record/ContributionPage.tsx')).ContributionPage,
}))
const PaydayPage = lazy(async () => ({ default: (await import('./payday/PaydayPage.tsx')).PaydayPage }))
const PaydaysPage = lazy(async () => ({ default: (await import('./payday/PaydaysPage.tsx')).PaydaysPage }))
const WalletPage = lazy(async () => ({ default: (await import('./wallet/WalletPage.tsx')).WalletPage }))
const ReadPage = lazy(async () => ({ default: (await import('./read/ReadPage.tsx')).ReadPage }))
const StatusPage = lazy(async () => ({ default: (await import('./status/StatusPage.tsx')).StatusPage }))

function PageAt({ place }: { place: Place }) {
  switch (place.at) {
    case 'chat':
      return <ChatPage />
    case 'contribution':
      return <ContributionPage code={place.code} />
    case 'paydays':
      return <PaydaysPage />
    case 'payday':
      return <PaydayPage epoch={place.epoch} />
    case 'wallet':
      return <WalletPage once={place.once} />
    case 'read':
      return <ReadPage once={place.once} />
    case 'status':
      return <StatusPage />
    case 'nowhere':
      return <Nowhere />
    default:
      return place satisfies never
  }
}

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <Suspense>
      <PageAt place={placeOf(window.location.pathname)} />
    </Suspense>,
  )
}
