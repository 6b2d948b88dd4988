import { formatInstant } from "@cho-lang/shared/calendar";
import type {
  Rebuild,
  SearchEngine,
  SearchEngineState,
} from "@cho-lang/shared/contracts/operator-search";
import { Alert, Button, StatusBadge, Text, usePrompt } from "@medusajs/ui";
import { useLanguage, useSay } from "../lib/language";
import { formatAge, formatCount } from "../lib/numbers";
import { phrases } from "../lib/phrases";
import { ENGINE_NAMES, problemPhrases, rebuildPhrases, searchPhrases } from "../lib/search-phrases";
import { useDecision } from "../lib/use-decision";
import { Fact, Section } from "./facts";
import { RebuildProgress } from "./rebuild-progress";

/** One engine: whether it serves, how fresh it is, and rebuilding its index. */
export function SearchEngineSection(props: { state: SearchEngineState; products: number }) {
  const { state, products } = props;
  const say = useSay();
  const language = useLanguage();
  const isRunning = state.rebuild?.state === "running";
  return (
    <Section
      title={ENGINE_NAMES[state.engine]}
      actions={
        <>
          <ServingBadge state={state} />
          <RebuildButton engine={state.engine} isRunning={isRunning} />
        </>
      }
    >
      {state.problem ? (
        <div className="px-6 py-3">
          <Alert variant="warning">{say(problemPhrases[state.problem])}</Alert>
        </div>
      ) : null}
      {isRunning && state.rebuild ? <RebuildProgress rebuild={state.rebuild} /> : null}
      <Fact label={searchPhrases.documents}>
        {state.documents === null ? (
          say(searchPhrases.unknown)
        ) : (
          <>
            {formatCount(state.documents, language)} / {formatCount(products, language)}{" "}
            {say(searchPhrases.products)}
            <Text size="xsmall" className="text-ui-fg-subtle">
              {say(searchPhrases.documentsHint)}
            </Text>
          </>
        )}
      </Fact>
      <Fact label={searchPhrases.waiting}>
        {state.waiting === 0
          ? say(searchPhrases.upToDate)
          : `${formatCount(state.waiting, language)} ${say(searchPhrases.products)}, ${say(searchPhrases.oldest)} ${formatAge(state.lag_seconds, language)}`}
      </Fact>
      <Fact label={searchPhrases.dead}>{formatCount(state.dead, language)}</Fact>
      <Fact label={searchPhrases.version}>{state.version ?? say(searchPhrases.noVersion)}</Fact>
      <Fact label={searchPhrases.lastRebuild}>
        <LastRebuild rebuild={state.rebuild} hasVersion={state.version !== null} />
      </Fact>
    </Section>
  );
}

function ServingBadge({ state }: { state: SearchEngineState }) {
  const say = useSay();
  const color = state.serves ? "green" : state.problem ? "red" : "grey";
  const phrase = state.serves
    ? searchPhrases.serves
    : state.problem
      ? searchPhrases.troubled
      : searchPhrases.standsBy;
  return (
    <StatusBadge className="whitespace-nowrap" color={color}>
      {say(phrase)}
    </StatusBadge>
  );
}

function RebuildButton({ engine, isRunning }: { engine: SearchEngine; isRunning: boolean }) {
  const say = useSay();
  const ask = usePrompt();
  const decide = useDecision();
  async function rebuild() {
    const isSure = await ask({
      title: `${say(searchPhrases.reindex)}: ${ENGINE_NAMES[engine]}`,
      description: say(searchPhrases.reindexAsk),
      confirmText: say(searchPhrases.reindex),
      cancelText: say(phrases.cancel),
      variant: "confirmation",
    });
    if (isSure) await decide("/catalog/reindex", { engine });
  }
  return (
    <Button size="small" variant="secondary" disabled={isRunning} onClick={rebuild}>
      {say(searchPhrases.reindex)}
    </Button>
  );
}

/** How the last rebuild went; read out when it ends. */
function LastRebuild(props: { rebuild: Rebuild | null; hasVersion: boolean }) {
  const { rebuild, hasVersion } = props;
  const say = useSay();
  const language = useLanguage();
  if (!rebuild) return say(searchPhrases.never);
  const at = new Date(rebuild.finished_at ?? rebuild.started_at);
  return (
    <>
      <span role="status">{say(rebuildPhrases[rebuild.state])}</span> ·{" "}
      {formatInstant(at, language)}
      {rebuild.state === "failed" && hasVersion ? ` · ${say(searchPhrases.stays)}` : null}
      {rebuild.error ? (
        <Text size="xsmall" className="text-ui-fg-error break-words" lang="en">
          {rebuild.error}
        </Text>
      ) : null}
    </>
  );
}
