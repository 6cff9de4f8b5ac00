import type { Person, Role } from '../api/shapes.ts'
import { words } from '../words.ts'

const ROLES: Role[] = ['contributor', 'reviewer', 'requester', 'you']

/** The first screen in local mode: nobody is chosen yet. */
export function ChoosePerson(props: {
  people: Person[]
  busy: boolean
  notice: string | undefined
  enter: (person: string) => void
}) {
  return (
    <main className="main choosing stack">
      <h1>{words.people.who}</h1>
      <p>{words.people.whoAbout}</p>
      <p className="notice" role="status" hidden={!props.notice}>
        {props.notice}
      </p>
      <div>
        <button
          type="button"
          className="press primary"
          aria-disabled={props.busy || undefined}
          onClick={() => props.enter('new')}
        >
          {words.people.somebodyNew}
        </button>
      </div>
      {ROLES.map(role => (
        <RoleGroup key={role} role={role} {...props} />
      ))}
    </main>
  )
}

function RoleGroup(props: { role: Role; people: Person[]; enter: (person: string) => void }) {
  const some = props.people.filter(person => person.role === props.role)
  if (some.length === 0) return null
  return (
    <section className="stack tight">
      <h2 className="plainHeading">{words.people.roles[props.role]}</h2>
      <ul className="personGrid">
        {some.map(person => (
          <li key={person.id}>
            <button type="button" className="person" onClick={() => props.enter(person.id)}>
              <bdi>{person.alias}</bdi>
              <span className="small soft">{person.about}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
