import { formatDate, formatInstant } from "@cho-lang/shared/calendar";
import type { PublicCertificate } from "@cho-lang/shared/contracts/certification";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import { pathOf } from "~/ui/card";
import { Ruler } from "~/ui/ruler";
import { Seal } from "~/ui/seal";
import { Meaning } from "./certificate-box";
import { useStateSentence } from "./certificate-words";

export type CertificateSheetProps = {
  certificate: PublicCertificate;
  /** When it was checked, an ISO instant. */
  checkedAt: string;
  /** 1 where the sheet is the page. */
  level?: 1 | 2;
};

/** A certificate as an answer to someone who checks it, led by the large seal. */
export function CertificateSheet({ certificate, checkedAt, level = 2 }: CertificateSheetProps) {
  const { verify } = usePhrases();
  const href = useHref();
  const language = useLanguage();
  const sentence = useStateSentence(certificate);
  const { stars, state, months_left, product, producer, decided_on, expires_on } = certificate;
  const Title = level === 1 ? "h1" : "h2";
  const facts = [
    [verify.product, product.title, href(pathOf(product))],
    [verify.producer, producer.name, href(`/producers/${producer.handle}`)],
    [verify.decision, certificate.decision_number],
    [verify.signed, formatDate(decided_on, language)],
    [verify.issuer, certificate.issuer],
    [verify.points, verify.pointsOf[stars] ?? ""],
  ] as const;
  return (
    <article className="sheet">
      <div className="sheet-top">
        <Seal stars={stars} state={state} monthsLeft={months_left} className="sheet-seal-large" />
        <Title className="t-section mt-3">{verify.state[state]}</Title>
        <p className="mt-1">{sentence}</p>
      </div>
      <dl className="facts-pairs">
        {facts.map(([term, fact, link]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              {link ? (
                <a className="link" href={link}>
                  {fact}
                </a>
              ) : (
                fact
              )}
            </dd>
          </div>
        ))}
      </dl>
      <Ruler decidedOn={decided_on} expiresOn={expires_on} monthsLeft={months_left} />
      <Meaning certificate={certificate} isSaid />
      <p className="small quiet mt-4">
        {verify.checkedAt(formatInstant(new Date(checkedAt), language))}
      </p>
      {certificate.is_demo ? <p className="small quiet mt-1">{verify.sample}</p> : null}
    </article>
  );
}
