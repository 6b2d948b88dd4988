import type { OperatorProducer } from "@cho-lang/shared/contracts/operator";
import { LEGAL_FORM_LABELS } from "@cho-lang/shared/domain/producer";
import { Table, Text } from "@medusajs/ui";
import { Link, useParams } from "react-router-dom";
import { CertificateBadge, ProducerBadge, SampleBadge } from "../../../components/badges";
import { Fact, Section } from "../../../components/facts";
import { History } from "../../../components/history";
import { Members } from "../../../components/members";
import { ReasonAction } from "../../../components/reason-action";
import { TableHead } from "../../../components/table-head";
import { useSay } from "../../../lib/language";
import { phrases } from "../../../lib/phrases";
import { useAnswer } from "../../../lib/use-answer";
import { useDecision } from "../../../lib/use-decision";

const CERTIFICATE_COLUMNS = [phrases.decision, phrases.product, phrases.stars, phrases.state];

type Producer = OperatorProducer["producer"];

const ProducerPage = () => {
  const { id = "" } = useParams();
  const say = useSay();
  const { data, isError } = useAnswer<OperatorProducer>(`/producers/${id}`);
  if (!data) return <Text role="status">{say(isError ? phrases.failed : phrases.loading)}</Text>;
  const { producer } = data;
  const closure = [producer.closed_from, producer.closed_until].map((day) => day ?? "…");
  return (
    <div className="flex flex-col gap-y-3">
      <Section
        title={producer.name}
        level="h1"
        actions={
          <>
            <SampleBadge isDemo={producer.is_demo} />
            <ProducerBadge status={producer.status} />
            <ShopDecision producer={producer} />
          </>
        }
      >
        <Fact label={phrases.legalForm}>{say(LEGAL_FORM_LABELS[producer.legal_form])}</Fact>
        <Fact label={phrases.registration}>{producer.registration_number}</Fact>
        <Fact label={phrases.address}>{producer.address}</Fact>
        <Fact label={phrases.contact}>
          {[producer.phone, producer.email].filter(Boolean).join(" · ")}
        </Fact>
        <Fact label={phrases.closed}>
          {producer.closed_from || producer.closed_until ? closure.join(" – ") : null}
        </Fact>
        <Fact label={phrases.orders}>
          <Link
            to={`/purchases?producer_id=${producer.id}`}
            className="text-ui-fg-interactive underline"
          >
            {producer.order_count}
          </Link>
        </Fact>
      </Section>
      <Members producer={producer} />
      <Certificates producer={producer} />
      <History events={producer.history} />
    </div>
  );
};

export default ProducerPage;

function ShopDecision({ producer }: { producer: Producer }) {
  const decide = useDecision();
  const path = `/producers/${producer.id}`;
  return (
    <>
      {producer.status === "suspended" || producer.status === "pending" ? (
        <ReasonAction
          label={phrases.reopen}
          hint={phrases.reopenHint}
          act={(reason) => decide(`${path}/reopen`, { reason })}
        />
      ) : null}
      {producer.status === "open" || producer.status === "pending" ? (
        <ReasonAction
          label={phrases.suspend}
          hint={phrases.suspendHint}
          isDanger
          act={(reason) => decide(`${path}/suspend`, { reason })}
        />
      ) : null}
    </>
  );
}

function Certificates({ producer }: { producer: Producer }) {
  const say = useSay();
  return (
    <Section title={say(phrases.certifications)}>
      <Table>
        <TableHead columns={CERTIFICATE_COLUMNS} />
        <Table.Body>
          {producer.certifications.map((row) => (
            <Table.Row key={row.id}>
              <Table.Cell>
                <Link to={`/certifications/${row.id}`} className="text-ui-fg-interactive">
                  {row.decision_number}
                </Link>
              </Table.Cell>
              <Table.Cell>{row.product.title}</Table.Cell>
              <Table.Cell>{row.stars} ★</Table.Cell>
              <Table.Cell>
                <CertificateBadge state={row.state} />
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </Section>
  );
}
