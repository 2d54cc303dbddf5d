/** How alike and how near in time things must be to belong to one group. */
export interface GroupingRules {
  /** On average between the things of a group. */
  readonly similarity: number;
  /** Things further apart are never compared. */
  readonly days: number;
  /** A key joins a thing with so many before it and after it that have the key too. */
  readonly nearest: number;
  /** Things that are looked at together, at most. */
  readonly most: number;
  /** What must join more than `most` things, tighter and tighter, until fewer hang together. */
  readonly tighter: readonly { readonly similarity: number; readonly days: number }[];
}
