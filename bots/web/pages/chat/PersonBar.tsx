import type { Chat, Person, Progress, Role } from '../api/shapes.ts'
import { Unfold } from '../frame/Unfold.tsx'
import { words } from '../words.ts'
import { Background } from './Background.tsx'

const ROLES: Role[] = ['you', 'contributor', 'reviewer', 'requester']

/** Local mode only: who one is just now, the way to be somebody else, and the two things that others would do. */
export function PersonBar(props: {
  you: Chat['you']
  people: Person[]
  progress: Progress[]
  enter: (person: string) => void
}) {
  const { you, people, progress, enter } = props
  const [before, after] = words.people.youAre.split('{alias}')
  return (
    <section className="personBar" aria-label={words.people.bar}>
      <div className="stripes" aria-hidden="true" />
      <div className="personLine">
        <p dir="auto">
          {before}
          <bdi className="alias">{you.alias}</bdi>
          {after}
        </p>
        <Unfold label={words.people.change} title={words.people.changeLong} className="press plain">
          {fold => (
            <PersonList
              people={people}
              you={you.id}
              choose={person => {
                fold()
                enter(person)
              }}
            />
          )}
        </Unfold>
        <Background progress={progress} />
      </div>
    </section>
  )
}

function PersonList(props: { people: Person[]; you: string; choose: (person: string) => void }) {
  return (
    <>
      <button type="button" className="choice" onClick={() => props.choose('new')}>
        <span>{words.people.somebodyNew}</span>
        <span className="small soft">{words.people.somebodyNewAbout}</span>
      </button>
      {ROLES.map(role => {
        const some = props.people.filter(person => person.role === role)
        if (some.length === 0) return null
        return (
          <div key={role}>
            <p className="group">{words.people.roles[role]}</p>
            {some.map(person => (
              <button
                key={person.id}
                type="button"
                className="choice"
                aria-current={person.id === props.you || undefined}
                onClick={() => props.choose(person.id)}
              >
                <bdi>{person.alias}</bdi>
                <span className="small soft">{person.about}</span>
              </button>
            ))}
          </div>
        )
      })}
    </>
  )
}
