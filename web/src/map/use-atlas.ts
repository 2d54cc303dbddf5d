import { useEffect, useState } from "react";
import address from "world-atlas/countries-50m.json?url";
import { type Answer, ask, asProblem } from "../ask.js";
import { type Atlas, type AtlasFile, atlasOf } from "./atlas.js";

let loaded: Promise<Atlas> | undefined;

/** The world's land, fetched and drawn once, with the page's own files. */
export function useAtlas(): Answer<Atlas> {
  const [answer, setAnswer] = useState<Answer<Atlas>>({ loading: true });
  useEffect(() => {
    let gone = false;
    loaded ??= ask<AtlasFile>(address).then(atlasOf);
    loaded
      .then((data) => !gone && setAnswer({ data, loading: false }))
      .catch((error: unknown) => {
        loaded = undefined;
        if (!gone) setAnswer({ problem: asProblem(error), loading: false });
      });
    return () => {
      gone = true;
    };
  }, []);
  return answer;
}
