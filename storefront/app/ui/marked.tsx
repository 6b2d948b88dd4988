import type { TextMark } from "@cho-lang/shared/contracts/catalog";
import { Fragment } from "react";

/** A text with what the searched words met marked; `marks` stand in order and do not overlap. */
export function Marked({ text, marks }: { text: string; marks: readonly TextMark[] }) {
  const rest = marks.at(-1)?.[1] ?? 0;
  return (
    <>
      {marks.map(([start, end], index) => (
        <Fragment key={start}>
          {text.slice(marks[index - 1]?.[1] ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(rest)}
    </>
  );
}
