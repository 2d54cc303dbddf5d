/** A sentence with the first place of some words marked. */
export function Marked({ sentence, words }: { readonly sentence: string; readonly words: string }) {
  const at = sentence.indexOf(words);
  if (at < 0 || words === "") return sentence;
  return (
    <>
      {sentence.slice(0, at)}
      <mark>{words}</mark>
      {sentence.slice(at + words.length)}
    </>
  );
}
