import type { PublicCertificate } from "@cho-lang/shared/contracts/certification";
import { useHref, usePhrases } from "~/language/phrases";
import { Seal } from "~/ui/seal";
import { isInForce, useStateSentence } from "./certificate-words";

export type CertificateListProps = {
  certificates: readonly PublicCertificate[];
  /** Leaves the maker's name out where the page is about one maker. */
  isOfOneMaker?: boolean;
};

/** Certificates as rows that lead to their own pages. */
export function CertificateList({ certificates, isOfOneMaker = false }: CertificateListProps) {
  return (
    <ul className="certificates">
      {certificates.map((certificate) => (
        <li key={certificate.id}>
          <CertificateRow certificate={certificate} isOfOneMaker={isOfOneMaker} />
        </li>
      ))}
    </ul>
  );
}

function CertificateRow({
  certificate,
  isOfOneMaker,
}: {
  certificate: PublicCertificate;
  isOfOneMaker: boolean;
}) {
  const { verify } = usePhrases();
  const href = useHref();
  const sentence = useStateSentence(certificate);
  const { stars, state, months_left, product, producer } = certificate;
  return (
    <a className="certificate-row" href={href(`/verify/${certificate.id}`)}>
      <Seal stars={stars} state={state} monthsLeft={months_left} className="row-seal" />
      <span className="min-w-0">
        <span className="block font-semibold">{product.title}</span>
        <span className="small quiet block">
          {isOfOneMaker ? "" : `${producer.name} · `}
          {certificate.decision_number}
        </span>
        <span className="small block">
          <span className={isInForce(certificate) ? "in-force" : "font-semibold"}>
            {verify.state[state]}
          </span>
          {" · "}
          {sentence}
        </span>
      </span>
    </a>
  );
}
