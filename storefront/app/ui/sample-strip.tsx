import { usePhrases } from "~/language/phrases";

/** The first line of every page while demo data is shown. */
export function SampleStrip() {
  const { common } = usePhrases();
  return (
    <aside className="strip" aria-label={common.sampleLabel}>
      <p className="wrap">{common.sampleData}</p>
    </aside>
  );
}
