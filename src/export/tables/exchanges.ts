import { sql } from "kysely";
import { linkedExchangeCondition } from "../../ledger/exchanges/list-linked-exchanges.js";
import { ANSWER_REVIEW, REVIEWED_ANSWER, reviewedAnswer } from "../reviewed.js";
import type { ExportTable } from "../table.js";

const codes = (role: string) =>
  sql`(select group_concat(code, '; ') from (select code from linked_exchange_actors
    where linked_exchange = x.id and role = ${role} order by code))`;

/** How many answers of an exchange reviewers do not reject. */
const LEFT = sql`x.answers - (select count(*) from reviewed_rows o where o.kind = 'answer' and o.review = 'rejected'
  and o.row in (select coalesce(b.event, b.statement) || '-' || coalesce(x.event, x.statement, x.exchange)
    from linked_exchange_answers b where b.linked_exchange = x.id))`;

/** Demands and their answers, across reports. */
export const exchanges: ExportTable = {
  name: "exchanges",
  title: "Who answered whom",
  description:
    "One row for each answer to a demand, request, offer, charge or threat, in whatever report; one row without an answer where there is silence so far.",
  primaryKey: ["exchange", "number"],
  columns: [
    { name: "exchange", type: "string", description: "Identifier of the demand with all its answers." },
    {
      name: "number",
      type: "integer",
      description: "Place of the answer in the exchange, from 0; 0 for silence.",
    },
    {
      name: "opening_is",
      type: "string",
      description: "What opens it: demand, request, offer, charge, threat, act, remark.",
    },
    { name: "name", type: "string", description: "The words that weigh most in the reports." },
    {
      name: "opening",
      type: "string",
      description: "Identifier of the first event, statement or exchange that tells the opening.",
    },
    {
      name: "opening_report",
      type: "string",
      report: true,
      description: "Identifier of the report that tells it.",
    },
    { name: "opening_words", type: "string", quoted: true, description: "The words that tell it." },
    { name: "first_day", type: "date", description: "First day of the opening." },
    { name: "last_day", type: "date", description: "Last day of the opening, which counts." },
    { name: "asks", type: "string", description: "Codes of who asks, separated by semicolons." },
    { name: "asked", type: "string", description: "Codes of who is asked." },
    { name: "about", type: "string", description: "Codes of others whom it is about." },
    {
      name: "answer_is",
      type: "string",
      description:
        "What the answer is: acceptance, yielding, refusal, counter-demand, denial, and so on; empty for silence.",
    },
    { name: "answer", type: "string", description: "Identifier of the event or statement that answers." },
    {
      name: "answer_report",
      type: "string",
      report: true,
      description: "Identifier of the report that tells the answer.",
    },
    { name: "answer_day", type: "date", description: "Day of the answer." },
    { name: "answer_words", type: "string", quoted: true, description: "The words that tell the answer." },
    {
      name: "link",
      type: "string",
      values: ["explicit", "inferred"],
      description: "Whether a report joins the two, or the answer was inferred.",
    },
    {
      name: "joined_by_words",
      type: "string",
      quoted: true,
      description: "The words by which a report joins the two.",
    },
    { name: "sure", type: "number", description: "How sure an inferred answer is, 0 to 1." },
    ...ANSWER_REVIEW,
  ],
  query: (filter) => sql`select x.id as exchange, coalesce(a.position, 0) as number, x.opening_is, x.name,
      coalesce(x.event, x.statement, x.exchange) as opening, x.report as opening_report,
      coalesce(oe.sentence, os.words, oj.joined_by_words) as opening_words, x.first_day, x.last_day,
      ${codes("asks")} as asks, ${codes("asked")} as asked, ${codes("about")} as about, a.answer_is,
      coalesce(a.event, a.statement) as answer, a.report as answer_report, a.day as answer_day,
      coalesce(ae.sentence, "as".words) as answer_words, a.link, aj.joined_by_words, a.similarity as sure,
      v.review, v.reviewers, v.type as corrected_answer_is, ${LEFT} as left
    from (select * from linked_exchanges where ${linkedExchangeCondition(filter)}) x
      left join linked_exchange_answers a on a.linked_exchange = x.id
      left join events oe on oe.id = x.event left join statements os on os.id = x.statement
      left join exchanges oj on oj.id = x.exchange
      left join events ae on ae.id = a.event left join statements "as" on "as".id = a.statement
      left join exchanges aj on aj.id = a.exchange ${REVIEWED_ANSWER}
    order by x.first_day, x.id, a.position`,
  reviewed: reviewedAnswer,
};
