import { formatDate } from "@cho-lang/shared/calendar";
import type { OperatorCertification } from "@cho-lang/shared/contracts/operator";
import { Button, Text, usePrompt } from "@medusajs/ui";
import { Link, useParams } from "react-router-dom";
import { CertificateBadge, SampleBadge } from "../../../components/badges";
import { Fact, Section } from "../../../components/facts";
import { History } from "../../../components/history";
import { ReasonAction } from "../../../components/reason-action";
import { useLanguage, useSay } from "../../../lib/language";
import { phrases } from "../../../lib/phrases";
import { useAnswer } from "../../../lib/use-answer";
import { useDecision } from "../../../lib/use-decision";

const CertificationPage = () => {
  const { id = "" } = useParams();
  const say = useSay();
  const language = useLanguage();
  const { data, isError } = useAnswer<OperatorCertification>(`/certifications/${id}`);
  if (!data) return <Text role="status">{say(isError ? phrases.failed : phrases.loading)}</Text>;
  const { certification } = data;
  return (
    <div className="flex flex-col gap-y-3">
      <Section
        title={certification.decision_number}
        level="h1"
        actions={
          <>
            <SampleBadge isDemo={certification.is_demo} />
            <CertificateBadge state={certification.state} />
            <Decisions id={certification.id} status={certification.status} />
          </>
        }
      >
        <Fact label={phrases.product}>
          <Link to={`/products/${certification.product.id}`} className="text-ui-fg-interactive">
            {certification.product.title}
          </Link>
        </Fact>
        <Fact label={phrases.producer}>
          <Link to={`/producers/${certification.producer.id}`} className="text-ui-fg-interactive">
            {certification.producer.name}
          </Link>
        </Fact>
        <Fact label={phrases.stars}>{certification.stars} ★</Fact>
        <Fact label={phrases.decidedOn}>{formatDate(certification.decided_on, language)}</Fact>
        <Fact label={phrases.expiresOn}>{formatDate(certification.expires_on, language)}</Fact>
        <Fact label={phrases.issuer}>{certification.issuer_name}</Fact>
        <Fact label={phrases.reason}>
          {certification.revoked_reason ?? certification.rejected_reason}
        </Fact>
      </Section>
      <History events={certification.history} />
    </div>
  );
};

export default CertificationPage;

type Status = OperatorCertification["certification"]["status"];

function Decisions({ id, status }: { id: string; status: Status }) {
  const say = useSay();
  const ask = usePrompt();
  const decide = useDecision();
  async function verify() {
    const isSure = await ask({
      title: say(phrases.verify),
      description: say(phrases.verifyAsk),
      confirmText: say(phrases.verify),
      cancelText: say(phrases.cancel),
      variant: "confirmation",
    });
    if (isSure) await decide(`/certifications/${id}/verify`);
  }
  if (status === "submitted") {
    return (
      <>
        <Button size="small" onClick={verify}>
          {say(phrases.verify)}
        </Button>
        <ReasonAction
          label={phrases.reject}
          hint={phrases.rejectHint}
          isDanger
          act={(reason) => decide(`/certifications/${id}/reject`, { reason })}
        />
      </>
    );
  }
  if (status !== "verified") return null;
  return (
    <ReasonAction
      label={phrases.revoke}
      hint={phrases.revokeHint}
      isDanger
      act={(reason) => decide(`/certifications/${id}/revoke`, { reason })}
    />
  );
}
