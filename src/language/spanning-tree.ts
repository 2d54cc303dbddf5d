/**
 * The maximum spanning arborescence with one root (Chu and Liu 1965, Edmonds 1967), over dense scores.
 *
 * `score(dependent, governor)` is asked for dependents 0..n-1 and governors 0..n, where governor 0 is the root and
 * governor g+1 is word g. Returns for each word its governor in the same numbering (0: the root). Exactly one word
 * depends on the root, as Universal Dependencies demand. O(n^3) at worst, O(n^2) on the usual score matrix, where
 * the best governors already form a tree.
 */
export function maximumSpanningTree(
  n: number,
  score: (dependent: number, governor: number) => number,
): Int32Array {
  const heads = new Int32Array(n);
  if (n === 0) return heads;
  let roots = 0;
  for (let d = 0; d < n; d++) {
    heads[d] = best(n, d, score);
    if (heads[d] === 0) roots++;
  }
  if (roots === 1 && isTree(heads)) return heads;
  // Each arc from the root is made dearer than any gain that a second root could bring: the best tree then has one.
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (let d = 0; d < n; d++) {
    for (let g = 0; g <= n; g++) {
      if (g === d + 1) continue;
      const s = score(d, g);
      if (s < lowest) lowest = s;
      if (s > highest) highest = s;
    }
  }
  const toll = (highest - lowest + 1) * (n + 1);
  const size = n + 1;
  const scores = new Float64Array(size * size).fill(Number.NEGATIVE_INFINITY);
  for (let d = 0; d < n; d++) {
    for (let g = 0; g <= n; g++) {
      if (g !== d + 1) scores[(d + 1) * size + g] = score(d, g) - (g === 0 ? toll : 0);
    }
  }
  return edmonds(scores, size).subarray(1);
}

function best(n: number, dependent: number, score: (dependent: number, governor: number) => number): number {
  let bestGovernor = 0;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let g = 0; g <= n; g++) {
    if (g === dependent + 1) continue;
    const s = score(dependent, g);
    if (s > bestScore) {
      bestScore = s;
      bestGovernor = g;
    }
  }
  return bestGovernor;
}

function isTree(heads: Int32Array): boolean {
  const state = new Uint8Array(heads.length);
  for (let d = 0; d < heads.length; d++) {
    let at = d;
    while (state[at] === 0) {
      state[at] = 1;
      const governor = heads[at]!;
      if (governor === 0) break;
      at = governor - 1;
      if (state[at] === 1) return false;
    }
    for (let back = d; state[back] === 1; back = heads[back]! - 1) {
      state[back] = 2;
      if (heads[back] === 0) break;
    }
  }
  return true;
}

/** Governors of nodes 1..size-1 (node 0 is the root) by contracting cycles; `scores[d * size + g]`. */
function edmonds(scores: Float64Array, size: number): Int32Array {
  const heads = new Int32Array(size).fill(-1);
  for (let d = 1; d < size; d++) {
    let top = Number.NEGATIVE_INFINITY;
    for (let g = 0; g < size; g++) {
      if (g !== d && scores[d * size + g]! > top) {
        top = scores[d * size + g]!;
        heads[d] = g;
      }
    }
  }
  const cycle = findCycle(heads);
  if (!cycle) return heads;
  const inCycle = new Uint8Array(size);
  let cycleScore = 0;
  for (const node of cycle) {
    inCycle[node] = 1;
    cycleScore += scores[node * size + heads[node]!]!;
  }
  // Contract: the nodes outside keep their order (the root stays 0), the cycle becomes the last node.
  const outside: number[] = [];
  for (let node = 0; node < size; node++) if (!inCycle[node]) outside.push(node);
  const small = outside.length + 1;
  const last = outside.length;
  const contracted = new Float64Array(small * small).fill(Number.NEGATIVE_INFINITY);
  const enters = new Int32Array(small);
  const leaves = new Int32Array(small);
  outside.forEach((a, i) => {
    outside.forEach((b, j) => {
      if (i > 0 && i !== j) contracted[i * small + j] = scores[a * size + b]!;
    });
    let into = Number.NEGATIVE_INFINITY;
    let outOf = Number.NEGATIVE_INFINITY;
    for (const node of cycle) {
      const entering = scores[node * size + a]! + cycleScore - scores[node * size + heads[node]!]!;
      if (entering > into) {
        into = entering;
        enters[i] = node;
      }
      if (i > 0 && scores[a * size + node]! > outOf) {
        outOf = scores[a * size + node]!;
        leaves[i] = node;
      }
    }
    contracted[last * small + i] = into;
    if (i > 0) contracted[i * small + last] = outOf;
  });
  const inner = edmonds(contracted, small);
  for (let i = 1; i < last; i++) heads[outside[i]!] = inner[i] === last ? leaves[i]! : outside[inner[i]!]!;
  const entry = inner[last]!;
  heads[enters[entry]!] = outside[entry]!;
  return heads;
}

function findCycle(heads: Int32Array): number[] | undefined {
  const seen = new Int32Array(heads.length);
  for (let start = 1; start < heads.length; start++) {
    let at = start;
    while (at > 0 && seen[at] === 0) {
      seen[at] = start;
      at = heads[at]!;
    }
    if (at > 0 && seen[at] === start) {
      const cycle = [at];
      for (let node = heads[at]!; node !== at; node = heads[node]!) cycle.push(node);
      return cycle;
    }
  }
  return undefined;
}
