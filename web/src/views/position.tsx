import { Link } from "../address.js";
import { useAnswer } from "../ask.js";
import { type Position, PositionTable } from "../parts/positions.js";
import { Heading, Waiting } from "../parts/state.js";

/** One position of an actor: each time that it was taken, and what it changed from and to. */
export function PositionView({ id }: { readonly id: string }) {
  const answer = useAnswer<Position>(`/api/positions/${id}`);
  if (!answer.data)
    return (
      <>
        <Heading title="Position">Position</Heading>
        <Waiting answer={answer} />
      </>
    );
  const { actor, stance, toward, about, name, changedFrom = [], changedTo = [] } = answer.data;
  const title = [actor, stance, toward.join(", "), about.join(", "), name].filter(Boolean).join(" · ");
  const [code = actor] = actor.split(".");
  return (
    <>
      <Heading title={title}>{title}</Heading>
      <PositionTable caption="Each time it was taken" name={`position-${id}`} rows={[answer.data]} />
      <ul>
        {changedFrom.map((other) => (
          <li key={other.position}>
            came of <Link href={`/positions/${other.position}`}>{other.stance}</Link>
          </li>
        ))}
        {changedTo.map((other) => (
          <li key={other.position}>
            changed to <Link href={`/positions/${other.position}`}>{other.stance}</Link>
          </li>
        ))}
      </ul>
      <p>
        <Link href={`/actors/${code}`}>What else {code} holds</Link>
      </p>
      <p className="note">{id}</p>
    </>
  );
}
