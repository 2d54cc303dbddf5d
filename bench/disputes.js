/*
 * Made-up disputes for the ledger's benchmark: reports from templates, with the exchanges that they tell. Every word that
 * varies is as long as the one that it replaces, so that what the language model saw in a template serves all its reports.
 */

/** States of five letters, with their codes (ISO 3166-1 alpha-3). */
export const STATES = {
  China: "CHN",
  Japan: "JPN",
  India: "IND",
  Egypt: "EGY",
  Kenya: "KEN",
  Qatar: "QAT",
  Nepal: "NPL",
  Yemen: "YEM",
  Ghana: "GHA",
  Libya: "LBY",
  Chile: "CHL",
  Spain: "ESP",
  Italy: "ITA",
  Syria: "SYR",
  Benin: "BEN",
  Gabon: "GAB",
  Haiti: "HTI",
  Samoa: "WSM",
};
const GOODS =
  "steel wheat sugar cocoa fruit glass paper tiles wines beans seeds pearl cloth tools bikes pipes wires lamps ropes boots coats chips".split(
    " ",
  );
const OUTLETS = [
  "Meridian Post",
  "Harbour Courier",
  "Daily Ledger",
  "Evening Signal",
  "Northern Wire",
  "Plain Dealer",
];

/** The words that the templates have in the place of a dispute's own. */
const SLOTS = {
  first: "China",
  second: "Japan",
  third: "Egypt",
  goods: "steel",
  other: "wheat",
  place: "Akora",
};
const SLOT_NOUNS =
  "bridge market object letter museum school report harbor doctor circle flower signal dinner bullet cannon priest".split(
    " ",
  );

/** What is not the dispute's own are words that every report has. */
const BACKGROUND = [
  "The bridge of Akora was part of the talks last year, when officials said that the market had more than one object. A letter about the museum and the school was made public on Sunday. It said that the report on the harbor was old, and that the doctor had not been there since June.\n\nPeople in Akora want to know more about the circle and the flower. One of them said that the signal came too late. After the dinner there was a bullet in the cannon, and the priest was told of it the next day. Egypt has asked for time. It was not the first report of that kind: the bridge and the school had been in the news for weeks.",
  "Akora has a market and a museum, and most of its people work for the school or for the harbor. The government said last month that the bridge would be ready by the end of the year. Before that there was a report about the letter, and before the report there was the object itself.\n\nThe doctor and the priest were both in the circle that week, officials said. The flower is the signal of the city; the cannon stands next to it. What the bullet has to do with the dinner nobody can say. In the end the market may be worth more than the museum, and the harbor more than both of them.",
  "Officials of Egypt met people from both sides in the museum of Akora on Sunday. They saw the bridge, the cannon and the market, and they had dinner with the priest. A second report, which came out after the first, said that the object of the talks was the letter, not the school.\n\nFor many people in the city it is the harbor that counts, and the flower that is on every bullet. The doctor said that the circle was too small for it, and that a signal from the government would help. Others want the report to be public. The two sides will see the bridge and the market again in a month.",
];

/** What the reports of a dispute tell, in the order of days. */
const STEPS = [
  {
    tells: "demand",
    day: 0,
    texts: [
      "Japan Urged to Lift Ban on steel\n\nChina on Monday urged Japan to lift its ban on imports of steel through Akora.\n\n“Japan must open the port of Akora to our steel,” the government of China said in a statement. China also asked Egypt to help.",
      "China Demands End of steel Ban\n\nChina demanded on Monday that Japan lift the ban on steel that it imposed in Akora.\n\nThe government of China said that the ban was a problem for people who sell wheat. It called on Japan to act now.",
    ],
  },
  {
    tells: "refusal",
    day: 3,
    texts: [
      "Japan Rejects Demand Over steel\n\nJapan on Thursday rejected the demand by China to lift the ban on steel in Akora.\n\n“We will not lift the ban,” the government of Japan said. It said that wheat from China was welcome.",
      "No steel Through Akora, Says Japan\n\nJapan turned down calls by China to lift its ban on imports of steel through Akora.\n\nThe government of Japan said on Thursday that it would not lift the ban on steel before summer.",
    ],
  },
  {
    tells: "charge",
    day: 8,
    texts: [
      "China Accuses Japan of Breaking Pact\n\nChina on Tuesday accused Japan of breaking a pact on wheat.\n\nThe government of China said that Japan had seized ships with wheat in Akora, and that this was against the law.",
      "Pact on wheat Broken, China Says\n\nThe government of China accused Japan on Tuesday of breaking the pact on wheat that both signed in Akora.\n\nEgypt said that it would talk with both sides about steel.",
    ],
  },
  {
    tells: "denial",
    day: 10,
    texts: [
      "Japan Denies Breaking Pact\n\nJapan on Thursday denied accusations by China that it had broken the pact on wheat.\n\n“We have kept every word,” the government of Japan said in Akora. Japan said that talks with China on steel would go on.",
      "Pact Was Kept, Says Japan\n\nJapan rejected the accusation by China that it had broken a pact on wheat.\n\nThe government of Japan said on Thursday that no ships had been seized in Akora and that trade in steel was growing.",
    ],
  },
];

/** Every template with each background, about 230 words: what the language model must see once. */
export function templates() {
  return STEPS.flatMap(({ tells, day, texts }) =>
    texts.flatMap((text) =>
      BACKGROUND.map((background) => ({ tells, day, text: `${text}\n\n${background}` })),
    ),
  );
}

/**
 * `count` reports, a dispute after the other, as `{template, words, published, outlet, dispute}`: `words` are what stands
 * for the slots. The same for any count, so that a longer run begins with a shorter one.
 */
export function* disputeReports(count) {
  const all = templates();
  const perStep = all.length / STEPS.length;
  for (let made = 0, dispute = 0; made < count; dispute++) {
    const random = generator(dispute + 1);
    const [first, second, third] = pick(Object.keys(STATES), 3, random);
    const [goods, other] = pick(GOODS, 2, random);
    const place = invented(5, random);
    const nouns = SLOT_NOUNS.map(() => invented(6, random));
    const words = {
      first,
      second,
      third,
      goods,
      other,
      place: place[0].toUpperCase() + place.slice(1),
      nouns,
    };
    const begin = Math.floor(random() * 1000);
    for (let step = 0; step < STEPS.length; step++)
      for (let telling = 0; telling < 2 && made < count; telling++, made++) {
        const template =
          step * perStep + telling * BACKGROUND.length + Math.floor(random() * BACKGROUND.length);
        const published = dateOf(begin + STEPS[step].day);
        yield { template, words, published, outlet: OUTLETS[Math.floor(random() * OUTLETS.length)], dispute };
      }
  }
}

/** The exchanges that a whole dispute tells. */
export const EXCHANGES = [
  { demand: "demand", answer: "refusal" },
  { demand: "charge", answer: "denial" },
];

/** A template's text with other words for the slots. */
export function withWords(text, words) {
  const to = new Map(forms(words));
  return text.replace(/\w+/g, (word) => to.get(word) ?? word);
}

/** What the language model saw in a template, as if it had read the text with other words. */
export function analysisWith(analysis, text, words) {
  const to = new Map(forms(words));
  return {
    ...analysis,
    text,
    words: analysis.words.map((word) => {
      const form = text.slice(word.start, word.end);
      return form === word.form ? word : { ...word, form, lemma: to.get(word.lemma) ?? word.lemma };
    }),
  };
}

/** Each word of a slot and what stands for it, of the same length. */
function forms(words) {
  return [
    ...Object.entries(SLOTS).map(([slot, word]) => [word, words[slot]]),
    ...SLOT_NOUNS.map((word, i) => [word, words.nouns[i]]),
  ];
}

/** A word that no other dispute has, so that the reports of one are alike and those of several are not. */
function invented(length, random) {
  const letter = (of) => of[Math.floor(random() * of.length)];
  return Array.from({ length }, (_, i) => letter(i % 2 === 0 ? "bcdfghklmnprstvz" : "aeiou")).join("");
}

function dateOf(day) {
  return new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10);
}

function pick(list, count, random) {
  const left = [...list];
  return Array.from({ length: count }, () => left.splice(Math.floor(random() * left.length), 1)[0]);
}

/** Mulberry32, a small generator of numbers from 0 to 1; the same for the same seed. */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
