import { formatDate, type LocalDate } from "@cho-lang/shared/calendar";
import type { PublicCertificate } from "@cho-lang/shared/contracts/certification";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import { Ruler } from "~/ui/ruler";
import { Seal } from "~/ui/seal";
import { isInForce, useStateSentence } from "./certificate-words";

/** A product's certificate beside its story: seal, state today, ruler, facts, the public page. */
export function CertificateBox({
  certificate,
  today,
}: {
  certificate: PublicCertificate;
  today: LocalDate;
}) {
  const { verify, common } = usePhrases();
  const href = useHref();
  const language = useLanguage();
  const { stars, state, months_left } = certificate;
  return (
    <section className="sheet" id="certificate" aria-labelledby="certificate-title">
      <div className="sheet-head">
        <Seal stars={stars} state={state} monthsLeft={months_left} className="sheet-seal" />
        <div>
          <h2 className="t-section" id="certificate-title">
            {common.ocopStars(stars)}
          </h2>
          <StateLine certificate={certificate} />
          <p className="small quiet">{verify.checkedOn(formatDate(today, language))}</p>
        </div>
      </div>
      <Ruler
        decidedOn={certificate.decided_on}
        expiresOn={certificate.expires_on}
        monthsLeft={months_left}
      />
      <dl className="facts-rows">
        <dt>{verify.decision}</dt>
        <dd>{certificate.decision_number}</dd>
        <dt>{verify.signed}</dt>
        <dd>{formatDate(certificate.decided_on, language)}</dd>
        <dt>{verify.validUntil}</dt>
        <dd>{formatDate(certificate.expires_on, language)}</dd>
        <dt>{verify.issuer}</dt>
        <dd>{certificate.issuer}</dd>
      </dl>
      <Meaning certificate={certificate} />
      <p>
        <a className="link tap" href={href(`/verify/${certificate.id}`)}>
          {verify.publicPage}
        </a>
      </p>
    </section>
  );
}

/** The state in a few words: green while in force, gold when soon over, grey afterwards. */
function StateLine({ certificate }: { certificate: PublicCertificate }) {
  const { verify } = usePhrases();
  const { state, months_left } = certificate;
  if (state === "in_force") return <p className="in-force">{verify.monthsLeft(months_left)}</p>;
  if (state === "expiring") {
    return <p className="font-semibold text-lua-chu">{verify.expiringMonths(months_left)}</p>;
  }
  return <p className="font-semibold">{verify.state[state]}</p>;
}

/** What an end of validity means for the buyer; nothing while all is well. */
export function Meaning({
  certificate,
  isSaid = false,
}: {
  certificate: PublicCertificate;
  /** True where the sentence with the dates stands above already. */
  isSaid?: boolean;
}) {
  const { verify } = usePhrases();
  const sentence = useStateSentence(certificate);
  const { state, revoked_reason } = certificate;
  if (state === "in_force") return null;
  return (
    <div className="small mt-4">
      {isSaid || isInForce(certificate) ? null : <p>{sentence}.</p>}
      {state === "revoked" && revoked_reason ? <p>{verify.reason(revoked_reason)}</p> : null}
      <p>{verify.meaning[state]}</p>
    </div>
  );
}
