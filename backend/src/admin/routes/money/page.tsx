import type { OperatorMoney } from "@cho-lang/shared/contracts/operator-money";
import type { Phrase } from "@cho-lang/shared/language";
import { formatVnd } from "@cho-lang/shared/money";
import { defineRouteConfig } from "@medusajs/admin-sdk";
import { CurrencyDollar } from "@medusajs/icons";
import { Alert, Container, Heading, Text } from "@medusajs/ui";
import { Link } from "react-router-dom";
import { Differences, Disputes, MoneyDays, OddRefunds } from "../../components/money-tables";
import { cashPhrases } from "../../lib/cash-phrases";
import { useLanguage, useSay } from "../../lib/language";
import { moneyPhrases } from "../../lib/money-phrases";
import { phrases } from "../../lib/phrases";
import { transferPhrases } from "../../lib/transfer-phrases";
import { useAnswer } from "../../lib/use-answer";

/** Milliseconds between looks while nobody touches the page. */
const PAUSE = 30_000;

const MoneyPage = () => {
  const say = useSay();
  const { data, isError } = useAnswer<OperatorMoney>("/money", () => PAUSE);
  return (
    <div className="flex flex-col gap-y-3">
      <Container className="flex flex-col gap-y-3">
        <Heading level="h1">{say(moneyPhrases.title)}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {say(moneyPhrases.intro)}
        </Text>
        {data ? <Deeds transfers={data.transfers} cash={data.cash_differences} /> : null}
        <div role="status">
          {data ? (
            <Alert variant={data.differences.length === 0 ? "success" : "error"}>
              {say(data.differences.length === 0 ? moneyPhrases.allRight : moneyPhrases.differs)}
            </Alert>
          ) : (
            <Text size="small">{say(isError ? phrases.failed : phrases.loading)}</Text>
          )}
        </div>
      </Container>
      <Differences rows={data?.differences ?? []} />
      <Disputes disputes={data?.disputes ?? []} />
      <OddRefunds refunds={data?.odd_refunds ?? []} />
      {data ? <MoneyDays days={data.days} /> : null}
    </div>
  );
};

export default MoneyPage;

/** What can be done; of transfers only where they are or were taken. */
function Deeds(props: {
  transfers: OperatorMoney["transfers"];
  cash: OperatorMoney["cash_differences"];
}) {
  const { transfers, cash } = props;
  return (
    <nav className="flex flex-wrap gap-x-6 gap-y-2">
      {transfers ? (
        <>
          <Deed to="/suspense" label={transferPhrases.suspense} total={transfers.suspense} />
          <Deed to="/refunds-due" label={transferPhrases.refunds} total={transfers.refunds_due} />
          {transfers.is_offered ? (
            <Deed to="/bank-statement" label={transferPhrases.statement} />
          ) : null}
        </>
      ) : null}
      <Deed to="/cash-differences" label={cashPhrases.title} total={cash} />
      <Deed to="/payment-events" label={moneyPhrases.messages} />
    </nav>
  );
}

function Deed(props: { to: string; label: Phrase; total?: { count: number; sum_vnd: number } }) {
  const { to, label, total } = props;
  const say = useSay();
  const language = useLanguage();
  return (
    <Link to={to} className="text-ui-fg-interactive txt-compact-medium">
      {say(label)}
      {total ? `: ${total.count}` : null}
      {total && total.count > 0 ? ` (${formatVnd(total.sum_vnd, language)})` : null}
    </Link>
  );
}

export const config = defineRouteConfig({
  label: "money",
  translationNs: "choLang",
  icon: CurrencyDollar,
  rank: 6,
});
