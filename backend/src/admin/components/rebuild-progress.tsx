import type { Rebuild } from "@cho-lang/shared/contracts/operator-search";
import { Text } from "@medusajs/ui";
import { useId } from "react";
import { useLanguage, useSay } from "../lib/language";
import { formatCount } from "../lib/numbers";
import { searchPhrases } from "../lib/search-phrases";

/** The browser's own bar in the dashboard's colours. */
const BAR = [
  "bg-ui-bg-switch-off h-2 w-full appearance-none overflow-hidden rounded-full",
  "[&::-webkit-progress-bar]:bg-ui-bg-switch-off",
  "[&::-webkit-progress-value]:bg-ui-tag-green-icon",
  "[&::-moz-progress-bar]:bg-ui-tag-green-icon",
].join(" ");

/** How far a rebuild of an index has come. Hidden products have no document, so it may end early. */
export function RebuildProgress({ rebuild }: { rebuild: Rebuild }) {
  const say = useSay();
  const language = useLanguage();
  const id = useId();
  const expected = Math.max(rebuild.expected, 1);
  const done = Math.min(rebuild.documents, expected);
  const percent = Math.floor((100 * done) / expected);
  return (
    <div className="flex flex-col gap-y-1 px-6 py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <Text id={id} size="small" weight="plus">
          {say(searchPhrases.progress)}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {done === expected
            ? say(searchPhrases.finishing)
            : `${say(searchPhrases.written)} ${formatCount(done, language)} / ${formatCount(expected, language)} (${percent} %)`}
        </Text>
      </div>
      <progress aria-labelledby={id} value={done} max={expected} className={BAR} />
    </div>
  );
}
