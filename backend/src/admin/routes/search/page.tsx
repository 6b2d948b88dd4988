import type { SearchState } from "@cho-lang/shared/contracts/operator-search";
import { defineRouteConfig } from "@medusajs/admin-sdk";
import { CircleStack } from "@medusajs/icons";
import { Alert, Container, Heading, Text } from "@medusajs/ui";
import { DeadLetterSection } from "../../components/dead-letters";
import { EmptyQuerySection } from "../../components/empty-queries";
import { SearchEngineSection } from "../../components/search-engine";
import { useSay } from "../../lib/language";
import { phrases } from "../../lib/phrases";
import { searchPhrases } from "../../lib/search-phrases";
import { useAnswer } from "../../lib/use-answer";

/** Milliseconds between looks: often while an index is being filled. */
const pause = (state: SearchState | undefined) =>
  state?.engines.some(({ rebuild }) => rebuild?.state === "running") ? 1500 : 10_000;

const SearchPage = () => {
  const say = useSay();
  const { data, isError } = useAnswer<SearchState>("/catalog", pause);
  return (
    <div className="flex flex-col gap-y-3">
      <Container className="flex flex-col gap-y-2">
        <Heading level="h1">{say(searchPhrases.title)}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {say(searchPhrases.intro)}
        </Text>
        {isError || !data ? (
          <Text role="status" size="small">
            {say(isError ? phrases.failed : phrases.loading)}
          </Text>
        ) : null}
        <div role="status">
          {data?.degraded ? <Alert variant="warning">{say(searchPhrases.degraded)}</Alert> : null}
        </div>
      </Container>
      {(data?.engines ?? []).map((state) => (
        <SearchEngineSection key={state.engine} state={state} products={data?.products ?? 0} />
      ))}
      <DeadLetterSection engines={data?.engines ?? []} />
      <EmptyQuerySection />
    </div>
  );
};

export default SearchPage;

export const config = defineRouteConfig({
  label: "search",
  translationNs: "choLang",
  icon: CircleStack,
  rank: 5,
});
