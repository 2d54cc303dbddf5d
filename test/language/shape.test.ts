import { expect, it } from "vitest";
import { shapeOf } from "../../src/language/shape.js";

it.each([
  ["word", 1],
  ["élan", 1],
  ["co-op", 1],
  ["U.S.", 2],
  ["NATO", 2],
  ["A", 3],
  ["I", 3],
  ["China", 3],
  ["Élysée", 3],
  ["McCain", 4],
  ["USA-led", 4],
  ["40", 5],
  ["—", 5],
  ["北京", 5],
  ["iPhone", 6],
])("%s has shape %i", (word, shape) => {
  expect(shapeOf(word)).toBe(shape);
});
