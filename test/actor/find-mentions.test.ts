import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Actor, actorCode, type Mention } from "../../src/actor/actor.js";
import { findMentions } from "../../src/actor/find-mentions.js";
import { arbitraryAnalysis } from "../support/arbitrary-analysis.js";
import { type Case, loadCases, publishedOn } from "./cases.js";

const cases = loadCases();

const given = (id: string): Case => {
  const found = cases.get(id);
  if (!found) throw new Error(`no case "${id}" in cases.conllu`);
  return found;
};

const write = (actor: Actor) =>
  [actorCode(actor), actor.agency && `[${actor.agency}]`, actor.person && `{${actor.person}}`]
    .filter(Boolean)
    .join(" ");

/** "words: form who" for every mention; who is "?" with the reason where nobody is known. */
const mentionsOf = ({ report, analysis }: Case): string[] =>
  findMentions(report, analysis).map((m) => {
    const who = m.actors.map(write).join(" & ") || `? ${m.reason}`;
    return `${analysis.text.slice(m.start, m.end)}: ${m.form} ${who}`;
  });

const GOLDEN: Record<string, readonly string[]> = {
  "title-and-short-name": [
    "Chinese Foreign Ministry spokesman Li Wenbo: name CHN.GOV [foreign ministry] {Li Wenbo}",
    "Chinese: demonym CHN",
    'reporters: group ? no state or body is named for "reporters"; the text around it speaks of states too seldom',
    "Li: name CHN.GOV [foreign ministry] {Li Wenbo}",
    "his country: nominal CHN",
    "his: pronoun CHN.GOV [foreign ministry] {Li Wenbo}",
  ],
  apposition: [
    "Maria Okoye: name NGA.GOV [mission to the United Nations] {Maria Okoye}",
    "the Nigerian ambassador to the United Nations: title NGA.GOV [mission to the United Nations] {Maria Okoye}",
    "Nigerian: demonym NGA",
    "the United Nations: name UNO",
    'the council: nominal ? no state or body is named for "council"',
  ],
  "possessive-ministry": [
    "South Korea's Defense Ministry: nominal KOR.MIL [defence ministry]",
    "South Korea: name KOR",
    "its northern neighbor: nominal PRK",
    "its: pronoun KOR.MIL [defence ministry]",
  ],
  "metonym-acts": ["Beijing: metonym CHN", "Tokyo: metonym JPN", "Moscow: metonym RUS"],
  "guarded-capital-taken-for-a-person": [
    "Chile: name CHL",
    "Washington: metonym USA",
    "The United States: name USA",
  ],
  "guarded-capital-in-a-full-name": [
    "Denzel Washington: name ? the report does not say what Denzel Washington is",
    "the United States: name USA",
    "Washington: name ? the report does not say what Denzel Washington is",
  ],
  "agency-with-of": [
    "The U.S. Department of the Treasury: name USA.GOV [Department of the Treasury]",
    "U.S.: name USA",
  ],
  "demonym-and-companies": [
    "France: name FRA",
    "Chinese companies: group CHN.BUS",
    "Chinese: demonym CHN",
    "citizens: group CHN.CVL",
  ],
  "news-agency": [
    "North Korea's official Korean Central News Agency (KCNA): name PRK.MED [KCNA]",
    "North Korea: name PRK",
    "KCNA: name PRK.MED [KCNA]",
    "KCNA: name PRK.MED [KCNA]",
    "the news agency: nominal PRK.MED [KCNA]",
  ],
  "two-leaders": [
    "President Emmanuel Macron: name FRA.GOV [president] {Emmanuel Macron}",
    "German Chancellor Angela Merkel: name DEU.GOV [chancellor] {Angela Merkel}",
    "German: demonym DEU",
    "the two leaders: group FRA.GOV [president] {Emmanuel Macron} & DEU.GOV [chancellor] {Angela Merkel}",
  ],
  latter: ["India: name IND", "Pakistan: name PAK", "the latter: nominal PAK"],
  "the-regime": ["China: name CHN", "Iran: name IRN", "the regime: nominal IRN.GOV"],
  administration: ["The Trump administration: nominal USA.GOV"],
  "spokesman-for": [
    "A spokesman: nominal RUS.MIL [defence ministry]",
    "the Russian Defense Ministry: nominal RUS.MIL [defence ministry]",
    "Russian: demonym RUS",
  ],
  gender: [
    "Prime Minister Theresa May: name GBR.GOV [prime minister] {Theresa May}",
    "Mr. Barnes: name ? the report does not say what Barnes is",
    "She: pronoun GBR.GOV [prime minister] {Theresa May}",
    "him: pronoun ? the report does not say what Barnes is",
  ],
  "the-north": ["South Korea: name KOR", "the North: nominal PRK"],
  "group-of-states": ["China: name CHN", "Russia: name RUS", "they: pronoun CHN & RUS"],
  "people-of": ["The people of Yemen: group YEM.CVL", "Yemen: name YEM"],
  rebels: [
    "Houthi rebels: group YEM.REB [Houthis]",
    "Houthi: name YEM.REB [Houthis]",
    "Saudi troops: group SAU.MIL",
    "Saudi: demonym SAU",
  ],
  relative: ["Ukraine: name UKR", "which: pronoun UKR", "Russia: name RUS"],
  citizens: ["Two Americans: demonym USA.CVL", "the Russians: demonym RUS"],
  "police-in-capital": ["Police: group KEN.COP [police]", "ten protesters: group KEN.OPP"],
  "photo-credit": [
    "Reuters North Korean leader Kim Jong Un: name PRK.GOV {Kim Jong Un}",
    "Reuters: name GBR.MED [Reuters]",
    "North Korean: demonym PRK",
  ],
  "party-or-agency": ["Pakistan: name PAK", "PTI: name PAK.PTY [PTI]", "Pakistan: name PAK"],
  "around-the-country": ["Japan: name JPN", "the country: nominal JPN"],
  "coordinated-states": [
    "U.S. and South Korean officials: group USA.GOV & KOR.GOV",
    "U.S.: name USA",
    "South Korean: demonym KOR",
  ],
  employer: [
    'An early Gazprom investor: nominal ? no state or body is named for "investor"',
    "Gazprom: name RUS.BUS [Gazprom]",
    "the company: nominal RUS.BUS [Gazprom]",
  ],
  "bracket-alias": [
    "The National Salvation Bureau (NSB) of Chile: nominal CHL.GOV",
    "NSB: nominal CHL.GOV",
    "Chile: name CHL",
    "NSB: nominal CHL.GOV",
  ],
};

describe("findMentions", () => {
  it.each(Object.keys(GOLDEN))("%s", (id) => {
    expect(mentionsOf(given(id))).toEqual(GOLDEN[id]);
  });

  it("gives the whole title to both heads where the tree has two", () => {
    const found = findMentions(
      given("ambassador-behind-complement").report,
      given("ambassador-behind-complement").analysis,
    );
    const whole = found.filter((m) => m.actors.some((a) => a.person === "Helen Marsh"));
    expect(whole).toHaveLength(2);
    for (const m of whole) {
      expect(m.end - m.start).toBe("U.S. Ambassador to the United Nations Helen Marsh".length);
      expect(m.actors.map(write)).toEqual(["USA.GOV [mission to the United Nations] {Helen Marsh}"]);
    }
  });

  it.each([
    ["both-countries", "Both countries: group CHN & RUS"],
    ["court-in", "A court: nominal EGY.JUD [court]"],
    ["the-government", "the government: nominal NGA.GOV"],
    ["regime-of", "the regime of Bashar al-Assad: nominal SYR.GOV"],
    ["halychynska-pravda", 'Halychynska Pravda: name ? knowledge has no body named "Halychynska Pravda"'],
  ])("%s", (id, mention) => {
    expect(mentionsOf(given(id))).toContain(mention);
  });

  it("takes the state of a ministry that is not named from the text before, and says so", () => {
    const { report, analysis } = given("ministry-without-state");
    const spokesman = findMentions(report, analysis).find((m) => m.actors[0]?.person === "Karim Adly");
    expect(spokesman?.actors.map(write)).toEqual(["EGY.GOV [foreign ministry] {Karim Adly}"]);
    expect(spokesman?.by).toContain("state of the first sentence's subject, EGY");
  });
});

describe("what is no actor, or nobody known", () => {
  const silent = (id: string) => mentionsOf(given(id));

  it("reads a capital in a phrase of place as a place", () => {
    expect(silent("metonym-is-a-place").some((m) => /Beijing|Tokyo|Moscow/.test(m))).toBe(false);
  });

  it("gives coal, militias and rockets to no state", () => {
    expect(silent("demonym-of-a-thing")).toEqual(["Japan: name JPN", "North Korean: demonym PRK"]);
    expect(silent("backed-militia")).toContain(
      'An Iran-backed militia: nominal ? no state or body is named for "militia"',
    );
    expect(silent("backed-militia").some((m) => m.startsWith("Russian-made"))).toBe(false);
  });

  it("leaves allies and partners unnamed", () => {
    expect(silent("allies")).toContain("its allies: group ? allies of USA: not named");
    expect(silent("allies")).toContain("U.S. partners: group ? partners of USA: not named");
  });

  it("leaves the first person to the speaker", () => {
    expect(silent("first-person")).toContain("We: pronoun ? first person: the speaker decides");
  });

  it("leaves birds, athletes, clubs and seas alone", () => {
    expect(
      silent("guarded-turkey").filter((m) => m.startsWith("turkey") || m.startsWith("a turkey")),
    ).toEqual([]);
    expect(silent("guarded-turkey")).toContain("Turkey: name TUR");
    expect(silent("guarded-jordan").join()).not.toContain("JOR");
    expect(silent("sport").join()).not.toContain("USA");
    expect(silent("sea")).toEqual([]);
  });

  it("does not make an expert on a state its citizen", () => {
    expect(silent("expert")[0]).toBe(
      'North Korea expert Daniel Price: name ? no state or body is named for "expert"',
    );
  });

  it("does not guess between neighbours, nor about a stranger", () => {
    expect(silent("neighbor-unclear")).toContain(
      "its eastern neighbor: nominal ? Germany has 2 such neighbours",
    );
    expect(silent("unknown-person")).toEqual([
      "Peter Lang: name ? the report does not say what Peter Lang is",
    ]);
  });
});

describe("offices by date", () => {
  it("gives the office that a known person held on the report's day", () => {
    const putin = (day: string) => mentionsOf(publishedOn(given("known-name-alone"), day))[0];
    expect(putin("2017-09-15")).toBe("Mr. Putin: name RUS.GOV [president] {Vladimir Putin}");
    expect(putin("2010-09-15")).toBe("Mr. Putin: name RUS.GOV [prime minister] {Vladimir Putin}");
    const obama = (day: string) => mentionsOf(publishedOn(given("known-name-in-full"), day))[0];
    expect(obama("2013-05-01")).toBe("Barack Obama: name USA.GOV [president] {Barack Obama}");
    expect(obama("2019-05-01")).toBe("Barack Obama: name USA.ELI {Barack Obama}");
    expect(obama("2001-05-01")).toBe("Barack Obama: name USA {Barack Obama}");
  });

  it("gives the sector of all of a person's offices where the day is unknown, and leaves open which it was", () => {
    expect(mentionsOf(given("known-name-alone"))[0]).toBe("Mr. Putin: name RUS.GOV {Vladimir Putin}");
    expect(mentionsOf(given("known-name-in-full"))[0]).toBe(
      "Barack Obama: name USA.GOV [president] {Barack Obama}",
    );
  });

  it("tells by the title which of two families' members it is", () => {
    const found = mentionsOf(publishedOn(given("office-tells-which"), "2010-05-04"));
    expect(found[0]).toBe("Hillary Clinton: name USA.GOV [State Department] {Hillary Clinton}");
    expect(found[1]).toBe("President Clinton: name USA.GOV [president] {Bill Clinton}");
  });

  it("does not count a former president as the government", () => {
    expect(mentionsOf(given("former-president"))[0]).toBe(
      "Former U.S. President Bill Clinton: name USA.ELI {Bill Clinton}",
    );
  });

  it("reads the title that the report gives on any day", () => {
    for (const day of ["2015-01-01", "2017-05-01", "2022-01-01"]) {
      expect(mentionsOf(publishedOn(given("gender"), day))[0]).toContain(
        "GBR.GOV [prime minister] {Theresa May}",
      );
    }
  });
});

describe("pronouns", () => {
  const pronoun = (id: string, form: string) =>
    mentionsOf(given(id)).filter((m) => m.startsWith(`${form}: pronoun`));

  it("gives the possessive to whom the act is done after 'over'", () => {
    expect(pronoun("sanctions-over-its", "its")).toEqual(["its: pronoun IRN"]);
  });

  it("gives the possessive to the subject of its own clause", () => {
    expect(pronoun("subject-possessive", "its")).toEqual(["its: pronoun USA"]);
  });

  it("leaves a thing a thing", () => {
    expect(pronoun("kremlin", "it")).toEqual(['it: pronoun ? "it" seems to stand for "charge"']);
  });
});

describe("any analysis at all", () => {
  const forms = [
    "China",
    "Chinese",
    "president",
    "Xi",
    "Jinping",
    "its",
    "he",
    "the",
    "two",
    "leaders",
    "ministry",
    "-",
    "'s",
    "U.S.",
    "and",
  ];
  const sound = (mentions: readonly Mention[], text: string) => {
    mentions.forEach((m, i) => {
      expect(m.first).toBeLessThanOrEqual(m.head);
      expect(m.head).toBeLessThan(m.last);
      expect(m.start).toBeGreaterThanOrEqual(0);
      expect(m.end).toBeLessThanOrEqual(text.length);
      expect(m.by).not.toBe("");
      if (m.actors.length === 0) expect(m.reason).toBeTruthy();
      if (m.antecedent !== undefined) expect(mentions[m.antecedent]).toBeDefined();
      if (i > 0) expect(mentions[i - 1]!.first).toBeLessThanOrEqual(m.first);
    });
  };

  it("gives sound mentions in text order, the same each time", () => {
    const { report } = given("latter");
    fc.assert(
      fc.property(arbitraryAnalysis(forms), (analysis) => {
        const found = findMentions({ ...report, text: analysis.text }, analysis);
        sound(found, analysis.text);
        expect(findMentions({ ...report, text: analysis.text }, analysis)).toEqual(found);
      }),
      { numRuns: 300 },
    );
  });

  it("gives sound mentions of every case", () => {
    for (const { report, analysis } of cases.values()) sound(findMentions(report, analysis), analysis.text);
  });
});
