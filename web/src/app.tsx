import type { Summary } from "../../src/server/schemas/rows.js";
import { Link, useAddress } from "./address.js";
import { useAnswer } from "./ask.js";
import { Changes, useChanges } from "./changes.js";
import { Intake } from "./intake.js";
import { Heading } from "./parts/state.js";
import { ActorView } from "./views/actor.js";
import { ActorsView } from "./views/actors.js";
import { DisputeView } from "./views/dispute.js";
import { EventsView } from "./views/events.js";
import { ExchangeView } from "./views/exchange.js";
import { HappeningView } from "./views/happening.js";
import { HappeningsView } from "./views/happenings.js";
import { IssuesView, IssueView } from "./views/issues.js";
import { MapView } from "./views/map.js";
import { PositionView } from "./views/position.js";
import { ReportView } from "./views/report.js";
import { ReportsView } from "./views/reports.js";
import { ReviewView } from "./views/review.js";
import { ReviewsView } from "./views/reviews.js";
import { SearchView } from "./views/search.js";
import { StoriesView } from "./views/stories.js";
import { StoryView } from "./views/story.js";
import { TensionsView } from "./views/tensions.js";

const VIEWS = [
  ["/", "Reports"],
  ["/disputes", "Disputes"],
  ["/issues", "Issues"],
  ["/stories", "Stories"],
  ["/happenings", "Happenings"],
  ["/tensions", "Tensions"],
  ["/events", "Events"],
  ["/map", "Map"],
  ["/actors", "Actors"],
  ["/review", "Review"],
  ["/search", "Search"],
] as const;

/** Views that lie under another's name. */
const ALSO: Readonly<Record<string, string>> = {
  "/review": "/reviews?",
  "/disputes": "/(?:disputes|exchanges)",
  "/actors": "/(?:actors|positions)",
};

/** The page: what stands on every view, and the view that the address names. */
export function App() {
  const changes = useChanges();
  return (
    <Changes.Provider value={changes}>
      <a className="skip" href="#view">
        To the content
      </a>
      <Head />
      <main id="view" tabIndex={-1}>
        <View />
      </main>
      <Intake />
    </Changes.Provider>
  );
}

function Head() {
  const { pathname } = useAddress();
  const { data } = useAnswer<Summary>("/api/ledger");
  const inView = (path: string) =>
    (path === "/" ? /^\/(?:reports\/|$)/ : new RegExp(`^${ALSO[path] ?? path}(?:/|$)`)).test(pathname);
  return (
    <header>
      <Link href="/" className="name">
        demarche
      </Link>
      <nav aria-label="Views">
        {VIEWS.map(([path, label]) => (
          <Link key={path} href={path} aria-current={inView(path) ? "page" : undefined}>
            {label}
          </Link>
        ))}
        <a href="/api">Interface</a>
      </nav>
      <span className="ledger">{data?.name}</span>
    </header>
  );
}

function View() {
  const { pathname } = useAddress();
  const [, view, id] = pathname.split("/").map(decodeURIComponent);
  if (view === "") return <ReportsView />;
  if (view === "reports" && id) return <ReportView key={id} id={id} />;
  if (view === "exchanges" && id) return <ExchangeView key={id} id={id} />;
  if (view === "positions" && id) return <PositionView key={id} id={id} />;
  if (view === "disputes") return <DisputeView />;
  if (view === "stories") return id ? <StoryView key={id} id={id} /> : <StoriesView />;
  if (view === "issues") return id ? <IssueView key={id} id={id} /> : <IssuesView />;
  if (view === "happenings") return id ? <HappeningView key={id} id={id} /> : <HappeningsView />;
  if (view === "map") return <MapView />;
  if (view === "tensions") return <TensionsView />;
  if (view === "events") return <EventsView />;
  if (view === "actors") return id ? <ActorView key={id} code={id} /> : <ActorsView />;
  if (view === "review") return <ReviewView />;
  if (view === "reviews") return <ReviewsView />;
  if (view === "search") return <SearchView />;
  return <Heading title="No such view">There is no such view.</Heading>;
}
