import { type ReactNode, useEffect, useRef } from "react";
import type { Answer, ProblemBody } from "../ask.js";

/** The view's heading, which is also the page's title; it takes the focus when the view changes. */
export function Heading({ children, title }: { readonly children: ReactNode; readonly title: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · demarche`;
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}

export function Problem({ problem: { met, expected, advice } }: { readonly problem: ProblemBody }) {
  return (
    <p role="alert" className="problem">
      Found {met}; expected {expected}. {advice}
    </p>
  );
}

/** What to show while there is no answer, or a problem instead of one. */
export function Waiting({ answer }: { readonly answer: Answer<unknown> }) {
  const { problem, loading, data } = answer;
  if (problem) return <Problem problem={problem} />;
  return loading && data === undefined ? <p className="none">Loading …</p> : null;
}
