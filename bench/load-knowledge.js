/** Loads all that is known in this process, and prints what each part took, in milliseconds, as JSON. */

import { shippedKnowledge } from "../dist/knowledge/knowledge.js";
import { referenceWords } from "../dist/knowledge/reference.js";
import { gazetteer } from "../dist/place/gazetteer.js";

const parts = {
  actors: () => {
    shippedKnowledge().people.byFamilyName("");
    referenceWords();
  },
  places: () => gazetteer(),
};
const took = {};
const total = { wall: 0, processor: 0 };
for (const [name, load] of Object.entries(parts)) {
  const [start, before] = [performance.now(), process.cpuUsage()];
  load();
  const { user, system } = process.cpuUsage(before);
  took[name] = { wall: performance.now() - start, processor: (user + system) / 1000 };
  total.wall += took[name].wall;
  total.processor += took[name].processor;
}
console.log(JSON.stringify({ ...took, together: total }));
