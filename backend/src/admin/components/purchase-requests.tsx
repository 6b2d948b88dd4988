import type { OperatorRefundRequests } from "@cho-lang/shared/contracts/operator-refund-requests";
import { formatVnd } from "@cho-lang/shared/money";
import { Table } from "@medusajs/ui";
import { Link } from "react-router-dom";
import { useLanguage, useSay } from "../lib/language";
import { phrases } from "../lib/phrases";
import { requestPhrases } from "../lib/refund-request-phrases";
import { useAnswer } from "../lib/use-answer";
import { Section } from "./facts";
import { RequestBadge } from "./request-badge";
import { WideTable } from "./wide-table";

/** What the buyer asked for of a purchase's orders; nothing without a request. */
export function PurchaseRequests({ number }: { number: string }) {
  const say = useSay();
  const language = useLanguage();
  const query = new URLSearchParams({ q: number }).toString();
  const { data } = useAnswer<OperatorRefundRequests>(`/refund-requests?${query}`);
  const requests = (data?.requests ?? []).filter(({ purchase }) => purchase.number === number);
  if (requests.length === 0) return null;
  return (
    <Section
      title={say(requestPhrases.title)}
      actions={
        <Link to={`/refund-requests?${query}`} className="text-ui-fg-interactive">
          {say(requestPhrases.ofPurchase)}
        </Link>
      }
    >
      <WideTable
        label={requestPhrases.title}
        columns={[phrases.number, phrases.state, requestPhrases.asked, requestPhrases.granted]}
        rows={requests.map((request) => (
          <Table.Row key={request.id} className="whitespace-nowrap">
            <Table.Cell>
              <Link to={`/refund-requests/${request.id}`} className="text-ui-fg-interactive">
                {request.number}
              </Link>
            </Table.Cell>
            <Table.Cell>
              <RequestBadge state={request.state} />
            </Table.Cell>
            <Table.Cell>{formatVnd(request.amount_vnd, language)}</Table.Cell>
            <Table.Cell>
              {request.granted_vnd === null ? "–" : formatVnd(request.granted_vnd, language)}
            </Table.Cell>
          </Table.Row>
        ))}
      />
    </Section>
  );
}
