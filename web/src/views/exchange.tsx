import { addressOf, Link } from "../address.js";
import { useAnswer } from "../ask.js";
import { ExchangeParts, titleOf } from "../parts/exchange.js";
import { Heading, Waiting } from "../parts/state.js";
import { useReviewer } from "../review/reviewer.js";
import type { Exchange } from "../timeline/layout.js";

/** One exchange across reports: what opens it, and its answers. */
export function ExchangeView({ id }: { readonly id: string }) {
  const answer = useAnswer<Exchange>(addressOf(`/api/exchanges/${id}`, { as: useReviewer() }));
  if (!answer.data)
    return (
      <>
        <Heading title="Exchange">Exchange</Heading>
        <Waiting answer={answer} />
      </>
    );
  const { asks, asked } = answer.data;
  const title = titleOf(answer.data);
  const [one, other] = [asks[0], asked[0]];
  return (
    <>
      <Heading title={title}>{title}</Heading>
      <ExchangeParts exchange={answer.data} />
      {one !== undefined && other !== undefined && (
        <p>
          <Link href={addressOf("/disputes", { between: `${one},${other}`, row: id })}>
            The dispute of {one} and {other}
          </Link>
        </p>
      )}
      <p className="note">{id}</p>
    </>
  );
}
