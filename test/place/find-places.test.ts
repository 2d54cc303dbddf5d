import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Mention } from "../../src/actor/actor.js";
import type { Analysis } from "../../src/language/analysis.js";
import { clausePlace } from "../../src/place/clause-place.js";
import { findPlaces } from "../../src/place/find-places.js";
import type { Where } from "../../src/place/where.js";
import { arbitraryAnalysis } from "../support/arbitrary-analysis.js";
import { sentence } from "../support/sentence.js";
import { withNames } from "../support/with-names.js";
import { plainReport } from "../time/plain.js";

function actor(analysis: Analysis, form: string, code: string): Mention {
  const word = analysis.words.find((w) => w.form === form)!;
  return {
    kind: "mention",
    start: word.start,
    end: word.end,
    head: word.index,
    first: word.index,
    last: word.index + 1,
    form: "name",
    actors: [{ code }],
    by: "test",
  };
}

function read(analysis: Analysis, mentions: readonly Mention[] = []): Where[] {
  return findPlaces(plainReport(analysis.text), analysis, mentions);
}

const shelling = withNames(
  sentence(`
    Borland PROPN NNP 2 nsubj
    shelled VERB VBD 0 root shell
    a DET DT 4 det
    depot NOUN NN 2 obj
    near ADP IN 8 case
    the DET DT 8 det
    western ADJ JJ 8 amod
    city NOUN NN 4 nmod
    of ADP IN 10 case
    Kusong PROPN NNP 8 nmod
  `),
  ["GPE", "Kusong"],
);

describe("findPlaces", () => {
  it("resolves a town by a country that the report names, and no finer than the town", () => {
    const [place] = read(shelling, [actor(shelling, "Borland", "PRK")]);
    expect(place).toMatchObject({ name: "Kusŏng", country: "PRK", precision: "city" });
    expect(place!.latitude).toBeCloseTo(40, 0);
  });

  it("leaves it unknown, with the reason, where no country is named", () => {
    const [place] = read(shelling);
    expect(place).toMatchObject({
      name: "Kusong",
      precision: "unknown",
      reason: expect.stringContaining("PRK"),
    });
    expect(place).not.toHaveProperty("latitude");
  });

  it("takes a country for a place only where the sentence makes it one", () => {
    const analysis = withNames(
      sentence(`
        China PROPN NNP 2 nsubj
        said VERB VBD 0 root say
        sanctions NOUN NNS 6 nsubj
        against ADP IN 5 case
        Iran PROPN NNP 3 nmod
        hurt VERB VBD 2 ccomp
        firms NOUN NNS 6 obj
        in ADP IN 9 case
        Japan PROPN NNP 7 nmod
      `),
      ["GPE", "China"],
      ["GPE", "Iran"],
      ["GPE", "Japan"],
    );
    expect(read(analysis).map((w) => [w.name, w.precision])).toEqual([["Japan", "country"]]);
  });

  it("knows a capital that acts from one where something happens", () => {
    const analysis = withNames(
      sentence(`
        Beijing PROPN NNP 2 nsubj
        held VERB VBD 0 root hold
        talks NOUN NNS 2 obj
        in ADP IN 5 case
        Moscow PROPN NNP 2 obl
      `),
      ["GPE", "Beijing"],
      ["GPE", "Moscow"],
    );
    expect(read(analysis).map((w) => w.name)).toEqual(["Moscow"]);
  });

  it("finds no place inside another name", () => {
    const analysis = withNames(
      sentence(`
        In ADP IN 4 case
        the DET DT 4 det
        Washington PROPN NNP 4 compound
        Post PROPN NNP 7 obl
        Georgia PROPN NNP 7 nsubj
        Okafor PROPN NNP 5 flat
        praised VERB VBD 0 root praise
        the DET DT 10 det
        Paris PROPN NNP 10 compound
        Agreement PROPN NNP 7 obj
      `),
      ["ORG", "Washington Post"],
      ["PERSON", "Georgia Okafor"],
      ["LAW", "Paris Agreement"],
    );
    expect(read(analysis)).toEqual([]);
    expect(read({ ...analysis, names: [] })).toEqual([]);
  });

  it("takes no month for a town", () => {
    const analysis = sentence(`
      They PRON PRP 2 nsubj
      met VERB VBD 0 root meet
      in ADP IN 4 case
      March PROPN NNP 2 obl
    `);
    expect(read(analysis)).toEqual([]);
  });

  it("reads what the text puts behind a comma, and a place that no list knows", () => {
    const analysis = withNames(
      sentence(`
        He PRON PRP 2 nsubj
        spoke VERB VBD 0 root speak
        in ADP IN 4 case
        Kent PROPN NNP 2 obl
        , PUNCT , 6 punct
        Conn. PROPN NNP 4 appos
        and CCONJ CC 9 cc
        at ADP IN 9 case
        Zarbulon PROPN NNP 4 conj
      `),
      ["GPE", "Kent"],
      ["GPE", "Conn."],
      ["GPE", "Zarbulon"],
    );
    const [kent, , zarbulon] = read(analysis);
    expect(kent).toMatchObject({ name: "Kent", country: "USA", precision: "city" });
    expect(zarbulon).toMatchObject({ precision: "unknown", reason: "not in the gazetteer" });
  });

  it("reads where something happened, stands or comes from from the name before it, but not who serves there", () => {
    const analysis = withNames(
      sentence(`
        The DET DT 4 det
        Havana PROPN NNP 4 compound
        market NOUN NN 4 compound
        attack NOUN NN 8 nsubj
        and CCONJ CC 7 cc
        Cairo PROPN NNP 7 compound
        rooftops NOUN NNS 4 conj rooftop
        scared VERB VBD 0 root scare
        a DET DT 11 det
        Sydney PROPN NNP 11 compound
        businessman NOUN NN 8 obj
        , PUNCT , 15 punct
        the DET DT 15 det
        Ohio PROPN NNP 15 compound
        governor NOUN NN 11 conj
        and CCONJ CC 20 cc
        a DET DT 20 det
        former ADJ JJ 20 amod
        Geneva PROPN NNP 20 compound
        banker NOUN NN 11 conj
      `),
      ["GPE", "Havana"],
      ["GPE", "Cairo"],
      ["GPE", "Sydney"],
      ["GPE", "Ohio"],
      ["GPE", "Geneva"],
    );
    expect(read(analysis).map((w) => w.name)).toEqual(["Havana", "Cairo", "Sydney"]);
  });

  it("takes who speaks for a state, or what is aimed at it, for none that is there", () => {
    const from = (noun: string) =>
      withNames(
        sentence(
          `
          Several ADJ JJ 2 amod
          ${noun}s NOUN NNS 5 nsubj ${noun}
          from ADP IN 4 case
          Borland PROPN NNP 2 nmod
          aimed VERB VBD 0 root aim
          it PRON PRP 5 obj
          at ADP IN 8 case
          Norway PROPN NNP 5 obl
        `.replace("Borland", "Finland"),
        ),
        ["GPE", "Finland"],
        ["GPE", "Norway"],
      );
    expect(read(from("student")).map((w) => w.name)).toEqual(["Finland"]);
    expect(read(from("official"))).toEqual([]);
  });

  it("places what is moved, raided, reached from or born in a country, and the act with it", () => {
    const analysis = withNames(
      sentence(`
        The DET DT 2 det
        deployment NOUN NN 8 nsubj
        of ADP IN 4 case
        units NOUN NNS 2 nmod unit
        to ADP IN 6 case
        Latvia PROPN NNP 4 nmod
        may AUX MD 8 aux
        follow VERB VB 0 root
        the DET DT 10 det
        raid NOUN NN 8 obj
        on ADP IN 12 case
        Sudan PROPN NNP 10 nmod
        . PUNCT . 8 punct
      `),
      ["GPE", "Latvia"],
      ["GPE", "Sudan"],
    );
    const places = read(analysis);
    expect(places.map((w) => w.country)).toEqual(["LVA", "SDN"]);
    const wordOf = (form: string) => analysis.words.find((w) => w.form === form)!.index;
    expect(clausePlace(analysis, places, wordOf("deployment"))).toBe(0);
    expect(clausePlace(analysis, places, wordOf("raid"))).toBe(1);
  });

  it("reads a stretch between two capitals, and a region behind a direction", () => {
    const stretch = withNames(
      sentence(`
        Fears NOUN NNS 6 nsubj fear
        from ADP IN 3 case
        Paris PROPN NNP 1 nmod
        to ADP IN 5 case
        Prague PROPN NNP 6 obl
        grew VERB VBD 0 root grow
        in ADP IN 10 case
        western ADJ JJ 10 amod
        New ADJ NNP 10 amod
        York PROPN NNP 6 obl
      `),
      ["GPE", "Paris"],
      ["GPE", "Prague"],
      ["GPE", "New York"],
    );
    expect(read(stretch).map((w) => [w.name, w.precision])).toEqual([
      ["Paris", "city"],
      ["Prague", "city"],
      ["New York State", "region"],
    ]);
  });

  it("knows an American county only by its whole name", () => {
    const county = (kind: string) =>
      withNames(
        sentence(`
          Voters NOUN NNS 2 nsubj voter
          met VERB VBD 0 root meet
          in ADP IN 5 case
          Westchester PROPN NNP 5 compound
          ${kind} PROPN NNP 2 obl
          , PUNCT , 7 punct
          N.Y. PROPN NNP 5 appos
        `),
        ["GPE", `Westchester ${kind}`],
        ["GPE", "N.Y."],
      );
    expect(read(county("County"))[0]).toMatchObject({
      name: "Westchester County",
      country: "USA",
      precision: "region",
    });
    expect(read(county("Basin"))[0]?.name).not.toBe("Westchester County");
  });

  it("keeps a town where the report has put it, wherever else it names it", () => {
    const analysis = withNames(
      sentence(`
        Pupils NOUN NNS 5 nsubj pupil
        in ADP IN 4 case
        Mount PROPN NNP 4 compound
        Vernon PROPN NNP 1 nmod
        wrote VERB VBD 0 root write
        from ADP IN 8 case
        Mount PROPN NNP 8 compound
        Vernon PROPN NNP 5 obl
        , PUNCT , 10 punct
        Virginia PROPN NNP 8 appos
      `),
      ["GPE", "Mount Vernon"],
      ["GPE", "Virginia"],
    );
    const { words, names } = analysis;
    const again = { type: "GPE" as const, first: 6, last: 8, start: words[6]!.start, end: words[7]!.end };
    const vernon = read({ ...analysis, names: [names[0]!, again, names[1]!] }).filter(
      (w) => w.name === "Mount Vernon",
    );
    expect(vernon).toHaveLength(2);
    for (const place of vernon) expect(place.latitude).toBeCloseTo(38.7, 0);
  });

  it("reads where somebody was born before a hyphen", () => {
    const analysis = withNames(
      sentence(`
        The DET DT 5 det
        Amman PROPN NNP 4 obl:unmarked
        - PUNCT HYPH 4 punct
        born VERB VBN 5 amod bear
        poet NOUN NN 6 nsubj
        spoke VERB VBD 0 root speak
      `),
      ["GPE", "Amman"],
    );
    // Apart, "Amman - born" tells nothing; glued, it does.
    expect(read(analysis)).toEqual([]);
    const text = analysis.text.replace("Amman - born", "Amman-born");
    const shift = (at: number) => (at < 10 ? at : at < 12 ? at - 1 : at - 2);
    const words = analysis.words.map((w) => ({ ...w, start: shift(w.start), end: shift(w.end) }));
    expect(read({ ...analysis, text, words }).map((w) => w.name)).toEqual(["Amman"]);
  });

  it("takes the attack of a state or a government for none that happened there", () => {
    const attack = (who: string) =>
      withNames(
        sentence(`
          ${who} PROPN NNP 3 nmod:poss
          's PART POS 1 case
          attack NOUN NN 4 nsubj
          failed VERB VBD 0 root fail
        `),
        ["GPE", who],
      );
    expect(read(attack("Iran"))).toEqual([]);
    expect(read(attack("Moscow"))).toEqual([]);
  });

  it("takes a state before 'from' for a place where people and messages come from it, not where threats do", () => {
    const from = (noun: string) =>
      withNames(
        sentence(`
          They PRON PRP 2 nsubj
          met VERB VBD 0 root meet
          ${noun} NOUN NNS 2 obj
          from ADP IN 5 case
          Algeria PROPN NNP 3 nmod
        `),
        ["GPE", "Algeria"],
      );
    expect(read(from("refugee")).map((w) => w.country)).toEqual(["DZA"]);
    expect(read(from("threat"))).toEqual([]);
  });

  it("tells two regions of one name by the country that stands before them", () => {
    const analysis = withNames(
      sentence(`
        They PRON PRP 2 nsubj
        met VERB VBD 0 root meet
        in ADP IN 8 case
        India PROPN NNP 8 nmod:poss
        's PART POS 4 case
        northern ADJ JJ 8 amod
        Punjab PROPN NNP 8 compound
        state NOUN NN 2 obl
      `),
      ["GPE", "India"],
      ["GPE", "Punjab"],
    );
    const punjab = read(analysis).find((w) => w.name === "Punjab");
    expect(punjab).toMatchObject({ country: "IND", precision: "region" });
  });

  it("puts a place that no list knows where the text puts it, and no finer", () => {
    const inside = (outer: string, preposition: string) =>
      withNames(
        sentence(`
          He PRON PRP 2 nsubj
          spoke VERB VBD 0 root speak
          at ADP IN 4 case
          Zarbulon PROPN NNP 2 obl
          ${preposition} ADP IN 6 case
          ${outer} PROPN NNP 4 nmod
        `),
        ["FAC", "Zarbulon"],
        ["GPE", outer],
      );
    expect(read(inside("Amman", "in"))[0]).toMatchObject({
      name: "Zarbulon",
      country: "JOR",
      precision: "city",
    });
    expect(read(inside("Jordan", "in"))[0]).toMatchObject({ country: "JOR", precision: "country" });
    expect(read(inside("Amman", "beyond"))[0]).toMatchObject({ precision: "unknown" });
  });

  it("takes parts of Britain for regions, and small towns where their country is named", () => {
    const fined = (who: string) =>
      withNames(
        sentence(`
        ${who} PROPN NNP 2 nsubj
        fined VERB VBD 0 root fine
        firms NOUN NNS 2 obj
        in ADP IN 5 case
        England PROPN NNP 3 nmod
        and CCONJ CC 8 cc
        in ADP IN 8 case
        Kandel PROPN NNP 5 conj
      `),
        ["GPE", "England"],
        ["GPE", "Kandel"],
      );
    const named = fined("Berliners");
    expect(
      read(named, [actor(named, "Berliners", "DEU")]).map((w) => [w.name, w.precision, w.country]),
    ).toEqual([
      ["England", "region", "GBR"],
      ["Kandel", "city", "DEU"],
    ]);
    expect(read(fined("Judges"))[1]).toMatchObject({ precision: "unknown" });
  });

  it("takes what things are brought into, out of and back to for places, and what is inquired into for none", () => {
    const went = (verb: string, prepositions: string) => {
      const words = prepositions.split(" ");
      const object = words.length + 3;
      const before = words
        .map((w) => (w === "back" ? "back ADV RB 2 advmod" : `${w} ADP IN ${object} case`))
        .join("\n");
      const text = `They PRON PRP 2 nsubj\n${verb} VERB VBD 0 root ${verb}\n${before}\nAlgeria PROPN NNP 2 obl`;
      return read(withNames(sentence(text), ["GPE", "Algeria"])).map((w) => w.country);
    };
    expect(went("push", "into")).toEqual(["DZA"]);
    expect(went("smuggle", "out of")).toEqual(["DZA"]);
    expect(went("send", "back to")).toEqual(["DZA"]);
    expect(went("leave", "for")).toEqual(["DZA"]);
    expect(went("withdraw", "from")).toEqual(["DZA"]);
    expect(went("inquire", "into")).toEqual([]);
    expect(went("vote", "for")).toEqual([]);
    expect(went("hear", "from")).toEqual([]);
    expect(went("write", "to")).toEqual([]);
  });

  it("takes the state that people and things are sent to for a place, and none that gets a message", () => {
    const sent = (what: string, deprel: string) =>
      withNames(
        sentence(`
          Dorland PROPN NNP 2 nsubj
          sent VERB VBD 0 root send
          ${what} NOUN NN 2 ${deprel}
          to ADP IN 5 case
          Algeria PROPN NNP 2 obl
        `),
        ["GPE", "Algeria"],
      );
    expect(read(sent("engineers", "obj")).map((w) => w.country)).toEqual(["DZA"]);
    expect(read(sent("jobs", "nsubj:pass")).map((w) => w.country)).toEqual(["DZA"]);
    expect(read(sent("letter", "obj"))).toEqual([]);
    expect(read(sent("yesterday", "obl:unmarked"))).toEqual([]);
  });

  it("takes the state that people come from for a place, whatever the tree hangs it from", () => {
    const from = (verb: string, who: string) =>
      withNames(
        sentence(`
          Guards NOUN NNS 2 nsubj
          ${verb} VERB VBD 0 root
          ${who}s NOUN NNS 2 obj ${who}
          from ADP IN 5 case
          Algeria PROPN NNP 2 obl
        `),
        ["GPE", "Algeria"],
      );
    expect(read(from("stop", "student")).map((w) => w.country)).toEqual(["DZA"]);
    expect(read(from("clear", "rebel")).map((w) => w.country)).toEqual(["DZA"]);
    expect(read(from("hear", "complaint"))).toEqual([]);
  });

  it("finds both ends of a journey, and what a launch goes over", () => {
    const journey = (noun: string) =>
      withNames(
        sentence(`
          The DET DT 2 det
          ${noun} NOUN NN 7 nsubj
          from ADP IN 4 case
          Algeria PROPN NNP 2 nmod
          to ADP IN 6 case
          Morocco PROPN NNP 4 nmod
          ended VERB VBD 0 root end
        `),
        ["GPE", "Algeria"],
        ["GPE", "Morocco"],
      );
    expect(read(journey("flight")).map((w) => w.country)).toEqual(["DZA", "MAR"]);
    expect(read(journey("warning"))).toEqual([]);
    const over = (noun: string) =>
      withNames(
        sentence(`
          It PRON PRP 2 nsubj
          announced VERB VBD 0 root announce
          a DET DT 4 det
          ${noun} NOUN NN 2 obj
          over ADP IN 6 case
          Algeria PROPN NNP 2 obl
        `),
        ["GPE", "Algeria"],
      );
    expect(read(over("launch")).map((w) => w.country)).toEqual(["DZA"]);
    expect(read(over("victory"))).toEqual([]);
  });

  it("knows a state's abbreviation whose stop ends the sentence", () => {
    const spaced = withNames(
      sentence(`
        It PRON PRP 2 nsubj
        burned VERB VBD 0 root burn
        in ADP IN 4 case
        Aurora PROPN NNP 2 obl
        , PUNCT , 6 punct
        Colo PROPN NNP 4 appos
        . PUNCT . 2 punct
      `),
      ["GPE", "Aurora"],
      ["GPE", "Colo"],
    );
    const words = spaced.words.map((w) =>
      w.form === "." ? { ...w, start: w.start - 1, end: w.end - 1 } : w,
    );
    const analysis = { ...spaced, words, text: spaced.text.replace(" .", ".") };
    expect(read(analysis).map((w) => [w.name, w.country, w.precision])).toEqual([
      ["Aurora", "USA", "city"],
      ["Colorado", "USA", "region"],
    ]);
    expect(read(spaced).map((w) => w.name)).not.toContain("Colorado");
  });

  it("finds a name that begins with a small letter where the language model begins it, and a part of a town", () => {
    const burned = (compass: string, name: string, upos: string) =>
      withNames(
        sentence(`
          It PRON PRP 2 nsubj
          burned VERB VBD 0 root burn
          in ADP IN 5 case
          ${compass} ${upos} NNP 5 compound
          ${name} PROPN NNP 2 obl
        `),
        ["GPE", `${compass} ${name}`],
      );
    expect(read(burned("north", "Carolina", "PROPN")).map((w) => w.name)).toEqual(["North Carolina"]);
    expect(read(burned("south", "Oran", "NOUN")).map((w) => w.name)).toEqual(["Oran"]);
  });

  it("ends a town's name where a heading or a credit follows", () => {
    const picture = (preposition: string) =>
      withNames(
        sentence(`
          Fire NOUN NN 0 root
          ${preposition} ADP IN 4 case
          Oran PROPN NNP 4 compound
          Photos PROPN NNPS 1 nmod
        `),
        ["GPE", "Oran"],
      );
    expect(read(picture("in")).map((w) => w.name)).toEqual(["Oran"]);
    expect(read(picture("for"))).toEqual([]);
  });

  it("takes a state before a blast for where it was, and before its embassy's for none", () => {
    const blast = (between: string) =>
      withNames(
        sentence(`
          The DET DT ${between ? 4 : 3} det
          Algeria PROPN NNP 3 compound
          ${between ? `${between} NOUN NN 4 compound\n` : ""}blast NOUN NN ${between ? 5 : 4} nsubj
          shook VERB VBD 0 root shake
        `),
        ["GPE", "Algeria"],
      );
    expect(read(blast("")).map((w) => w.country)).toEqual(["DZA"]);
    expect(read(blast("embassy"))).toEqual([]);
  });

  it("takes the state that a region or town is said to be of for its address", () => {
    const analysis = withNames(
      sentence(`
        Algeria PROPN NNP 4 nmod:poss
        's PART POS 1 case
        Oran PROPN NNP 4 compound
        province NOUN NN 5 nsubj
        burned VERB VBD 0 root burn
      `),
      ["GPE", "Algeria"],
      ["GPE", "Oran"],
    );
    expect(read(analysis).map((w) => [w.name, w.country])).toEqual([
      ["Algeria", "DZA"],
      ["Oran", "DZA"],
    ]);
  });

  it("reads a state's long name with its possessive, and a town that is a state as the state", () => {
    const fell = (name: string) =>
      withNames(
        sentence(`
          It PRON PRP 2 nsubj
          fell VERB VBD 0 root fall
          in ADP IN 4 case
          ${name} PROPN NNP 2 obl
        `),
        ["GPE", name.split(" ")[0]!],
      );
    expect(read(fell("Singapore"))[0]).toMatchObject({ precision: "country", country: "SGP" });
    const long = sentence(`
      It PRON PRP 2 nsubj
      fell VERB VBD 0 root fall
      near ADP IN 8 case
      the DET DT 8 det
      Democratic PROPN NNP 8 compound
      People PROPN NNP 8 nmod:poss
      's PART POS 6 case
      Republic PROPN NNP 2 obl
      of ADP IN 10 case
      Korea PROPN NNP 8 nmod
    `);
    expect(read(long).map((w) => w.country)).toEqual(["PRK"]);
  });

  it("tells the state of New York from its town by what lies in it, and finds Saint Louis with and without a stop", () => {
    const shot = (town: string, state: string) => {
      const plain = sentence(`
        He PRON PRP 2 nsubj
        fled VERB VBD 0 root flee
        from ADP IN 5 case
        ${town.split(" ")[0]} PROPN NNP 5 compound
        ${town.split(" ")[1]} PROPN NNP 2 obl
        , PUNCT , 7 punct
        ${state} PROPN NNP 5 appos
      `);
      const at = (first: number, last: number) => {
        const [start, end] = [plain.words[first]!.start, plain.words[last - 1]!.end];
        return { type: "GPE" as const, first, last, start, end };
      };
      const named = { ...plain, names: [at(3, 5), at(6, 7)] };
      return read(named).map((w) => [w.name, w.precision]);
    };
    expect(shot("Niagara Falls", "N.Y.")[1]).toEqual(["New York State", "region"]);
    expect(shot("St Louis", "Missouri")[0]).toEqual(["St. Louis", "city"]);
    expect(shot("St. Louis", "Missouri")[0]).toEqual(["St. Louis", "city"]);
    const york = sentence(`
      They PRON PRP 2 nsubj
      met VERB VBD 0 root meet
      in ADP IN 5 case
      New PROPN NNP 5 compound
      York PROPN NNP 2 obl
    `);
    expect(read(withNames(york, ["GPE", "New York"]))[0]).toMatchObject({ precision: "city" });
  });

  it("reads a dateline that is left in the text, and no town that a dash follows", () => {
    const filed = (town: string) =>
      sentence(`
        ${town} PROPN NNP 0 root
        -- PUNCT : 1 punct
        Ministers NOUN NNS 4 nsubj
        met VERB VBD 1 parataxis meet
      `);
    expect(read(filed("HAVANA")).map((w) => w.name)).toEqual(["Havana"]);
    expect(read(filed("Havana"))).toEqual([]);
  });

  it("reads 'there' as the place named before it", () => {
    const analysis = withNames(
      sentence(`
        Avaria PROPN NNP 2 nsubj
        bases VERB VBZ 0 root base
        troops NOUN NNS 2 obj
        in ADP IN 5 case
        Poland PROPN NNP 2 obl
        and CCONJ CC 8 cc
        will AUX MD 8 aux
        deploy VERB VB 2 conj
        guns NOUN NNS 8 obj
        there ADV RB 8 advmod
      `),
      ["GPE", "Poland"],
    );
    const places = read(analysis);
    expect(places.map((w) => [analysis.text.slice(w.start, w.end), w.country])).toEqual([
      ["Poland", "POL"],
      ["there", "POL"],
    ]);
    const word = (form: string) => analysis.words.find((w) => w.form === form)!.index;
    expect(clausePlace(analysis, places, word("bases"))).toBe(0);
    expect(clausePlace(analysis, places, word("deploy"))).toBe(1);
  });
});

describe("clausePlace", () => {
  it("goes through 'the city of', and through the noun that the place hangs from", () => {
    const places = read(shelling, [actor(shelling, "Borland", "PRK")]);
    expect(clausePlace(shelling, places, 1)).toBe(0);
  });

  it("takes what stands right behind a word, and what the sentence says to be its place", () => {
    const right = withNames(
      sentence(`
        It PRON PRP 2 nsubj
        came VERB VBD 0 root come
        from ADP IN 4 case
        raids NOUN NNS 2 obl
        in ADP IN 6 case
        Oslo PROPN NNP 2 obl
      `),
      ["GPE", "Oslo"],
    );
    expect(clausePlace(right, read(right), 3)).toBe(0);
    const copula = withNames(
      sentence(`
        Talks NOUN NNS 4 nsubj
        were AUX VBD 4 cop
        in ADP IN 4 case
        Oslo PROPN NNP 0 root
      `),
      ["GPE", "Oslo"],
    );
    expect(clausePlace(copula, read(copula), 1)).toBe(0);
  });

  it("takes the place that a clause with 'where' belongs to, and whither before whence", () => {
    const analysis = withNames(
      sentence(`
        He PRON PRP 2 nsubj
        moved VERB VBD 0 root move
        from ADP IN 4 case
        Sousse PROPN NNP 2 obl
        , PUNCT , 9 punct
        where ADV WRB 9 advmod
        tourists NOUN NNS 9 nsubj:pass
        were AUX VBD 9 aux:pass
        killed VERB VBN 4 acl:relcl kill
        , PUNCT , 9 punct
        to ADP IN 12 case
        Lyon PROPN NNP 2 obl
      `),
      ["GPE", "Sousse"],
      ["GPE", "Lyon"],
    );
    const places = read(analysis);
    expect(places.map((w) => w.name)).toEqual(["Sousse", "Lyon"]);
    expect(clausePlace(analysis, places, 1)).toBe(1);
    expect(clausePlace(analysis, places, 8)).toBe(0);
  });

  it("takes no place of another clause, and none that is a topic", () => {
    const analysis = withNames(
      sentence(`
        Envoys NOUN NNS 2 nsubj
        said VERB VBD 0 root say
        in ADP IN 4 case
        Geneva PROPN NNP 2 obl
        that SCONJ IN 7 mark
        talks NOUN NNS 7 nsubj
        failed VERB VBD 2 ccomp fail
      `),
      ["GPE", "Geneva"],
    );
    const places = read(analysis, [actor(analysis, "Envoys", "CHE")]);
    expect(clausePlace(analysis, places, 1)).toBe(0);
    expect(clausePlace(analysis, places, 6)).toBeUndefined();
  });
});

describe("properties", () => {
  const forms =
    "in near the city of Kusong Paris , Texas Georgia North Korea South China Sea there missile flew over New York - Washington 's Mar-a-Lago St. March said".split(
      " ",
    );

  it("never throws; spans lie in the text, in order; unknown places give no coordinates but a reason", () => {
    fc.assert(
      fc.property(arbitraryAnalysis(forms), (analysis) => {
        let end = 0;
        const places = read(analysis);
        for (const place of places) {
          expect(place.start).toBeGreaterThanOrEqual(end);
          expect(place.end).toBeGreaterThan(place.start);
          expect(place.end).toBeLessThanOrEqual(analysis.text.length);
          if (place.latitude === undefined) expect(place.reason).toBeTruthy();
          if (place.precision === "unknown") expect(place.latitude).toBeUndefined();
          end = place.end;
        }
        for (const word of analysis.words) {
          const index = clausePlace(analysis, places, word.index);
          if (index !== undefined) expect(places[index]).toBeDefined();
        }
      }),
      { numRuns: 500 },
    );
  });

  it("takes the preposition of the whole name, and of the kind of place that a name stands before", () => {
    const city = withNames(
      sentence(`
        Seats NOUN NNS 0 root seat
        in ADP IN 4 case
        Taipei PROPN NNP 4 compound
        City PROPN NNP 1 nmod
      `),
      ["GPE", "Taipei City"],
    );
    const town = withNames(
      sentence(`
        Anxiety NOUN NN 0 root anxiety
        in ADP IN 5 case
        Japan PROPN NNP 5 compound
        fishing NOUN NN 5 compound
        town NOUN NN 1 nmod
      `),
      ["GPE", "Japan"],
    );
    const policy = withNames(
      sentence(`
        Changes NOUN NNS 0 root change
        in ADP IN 5 case
        Japan PROPN NNP 5 nmod:poss
        's PART POS 3 case
        policy NOUN NN 1 nmod
      `),
      ["GPE", "Japan"],
    );
    expect(read(city)).toMatchObject([{ name: "Taipei", country: "TWN" }]);
    expect(read(town)).toMatchObject([{ name: "Japan", precision: "country" }]);
    expect(read(policy)).toEqual([]);
  });

  const told = (analysis: Analysis, ...mentions: Mention[]) =>
    read(analysis, mentions).map((w) => [analysis.text.slice(w.start, w.end), w.precision, w.country]);

  it("a border lies at both of its countries, their relations at none", () => {
    const between = (preposition: string, noun: string) =>
      sentence(`
        Guards NOUN NNS 2 nsubj
        wrote VERB VBD 0 root write
        ${preposition} ADP IN 8 case
        the DET DT 8 det
        Iraq PROPN NNP 8 compound
        - PUNCT HYPH 5 punct
        Jordan PROPN NNP 5 flat
        ${noun}
      `);
    expect(told(between("near", "border NOUN NN 2 obl"))).toEqual([
      ["Iraq", "country", "IRQ"],
      ["Jordan", "country", "JOR"],
    ]);
    expect(told(between("about", "pact NOUN NN 2 obl"))).toEqual([]);
  });

  it("passes over a direction between a town and what it lies in", () => {
    const address = withNames(
      sentence(`
        Rain NOUN NN 2 nsubj
        fell VERB VBD 0 root fall
        in ADP IN 4 case
        Croydon PROPN NNP 2 obl
        , PUNCT , 7 punct
        south ADJ JJ 7 amod
        London PROPN NNP 2 obl
      `),
      ["GPE", "Croydon"],
      ["GPE", "London"],
    );
    expect(told(address)).toEqual([
      ["Croydon", "city", "GBR"],
      ["London", "city", "GBR"],
    ]);
    const list = sentence(`
      Rain NOUN NN 2 nsubj
      pleased VERB VBD 0 root please
      Lyon PROPN NNP 2 obj
      , PUNCT , 6 punct
      nearby ADJ JJ 6 amod
      Geneva PROPN NNP 3 conj
    `);
    expect(told(list)).toEqual([]);
  });

  it("the streets of a capital are there, its envoys are not", () => {
    const of = (noun: string) =>
      sentence(`
        They PRON PRP 2 nsubj
        spoke VERB VBD 0 root speak
        in ADP IN 5 case
        the DET DT 5 det
        ${noun}
        of ADP IN 7 case
        Tripoli PROPN NNP 5 nmod
      `);
    expect(told(of("streets NOUN NNS 2 obl street"))).toEqual([["Tripoli", "city", "LBY"]]);
    expect(told(of("name NOUN NN 2 obl"))).toEqual([]);
  });

  it("a civil war is in its country, and what an area is called after lies there", () => {
    const war = sentence(`
      Monitors NOUN NNS 2 nsubj
      died VERB VBD 0 root die
      in ADP IN 7 case
      Libya PROPN NNP 7 nmod:poss
      's PART POS 4 case
      civil ADJ JJ 7 amod
      war NOUN NN 2 obl
    `);
    expect(told(war)).toEqual([["Libya", "country", "LBY"]]);
    const soil = sentence(`
      They PRON PRP 2 nsubj
      landed VERB VBD 0 root land
      on ADP IN 5 case
      Libya PROPN NNP 5 compound
      soil NOUN NN 2 obl
    `);
    expect(told(soil)).toEqual([["Libya", "country", "LBY"]]);
  });

  it("a name that another transliteration writes so counts in a report about its country", () => {
    const raid = withNames(
      sentence(`
        Iraqi ADJ JJ 2 amod
        troops NOUN NNS 3 nsubj
        halted VERB VBD 0 root halt
        near ADP IN 6 case
        Tal PROPN NNP 6 compound
        Afar PROPN NNP 3 obl
      `),
      ["GPE", "Tal Afar"],
    );
    expect(told(raid, actor(raid, "Iraqi", "IRQ"))).toEqual([["Tal Afar", "city", "IRQ"]]);
    expect(told(raid)).toEqual([["Tal Afar", "unknown", undefined]]);
  });

  it("of names that are only written alike, a village is none of the towns", () => {
    const raid = (noun: string) =>
      withNames(
        sentence(`
          Iraqi ADJ JJ 2 amod
          troops NOUN NNS 3 nsubj
          halted VERB VBD 0 root halt
          near ADP IN 7 case
          Tal PROPN NNP 6 compound
          Afar PROPN NNP 7 compound
          ${noun} NOUN NN 3 obl
        `),
        ["GPE", "Tal Afar"],
      );
    const placed = (noun: string) => told(raid(noun), actor(raid(noun), "Iraqi", "IRQ"));
    expect(placed("district")).toEqual([["Tal Afar", "region", "IRQ"]]);
    expect(placed("village")).toEqual([["Tal Afar", "unknown", undefined]]);
  });
});

describe("findPlaces, by the kind before a name", () => {
  const inThe = (kind: string, name: string) =>
    withNames(
      sentence(`
        Guards NOUN NNS 2 nsubj guard
        met VERB VBD 0 root meet
        in ADP IN 5 case
        the DET DT 5 det
        ${kind} NOUN NN 2 obl ${kind}
        of ADP IN 7 case
        ${name} PROPN NNP 5 nmod
      `),
      ["GPE", name],
    );

  it("takes the province rather than the town that it is named after", () => {
    expect(read(inThe("province", "Kandahar"))).toMatchObject([{ country: "AFG", precision: "region" }]);
    expect(read(inThe("city", "Kandahar"))).toMatchObject([{ country: "AFG", precision: "city" }]);
  });

  it("takes the state rather than a capital of the same name", () => {
    expect(read(inThe("state", "Washington"))).toMatchObject([{ name: "Washington State" }]);
  });

  it("gives the dateline's place too, in text order", () => {
    const analysis = inThe("city", "Kandahar");
    const head = "OSLO, Norway (AP) -- ";
    const plain = plainReport(analysis.text);
    const dateline = { start: 0, end: head.length - 1, place: "OSLO, Norway" };
    const report = { ...plain, text: head + plain.text, dateline };
    expect(findPlaces(report, analysis, []).map((p) => p.name)).toContain("Oslo");
  });
});
