import { formatDate, todayInVietnam } from "@cho-lang/shared/calendar";
import type {
  ProducerCertificate,
  ProducerCertificates,
} from "@cho-lang/shared/contracts/producer";
import { certificateStateLabel, monthsLeft } from "@cho-lang/shared/domain/certification";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { portalMeta } from "~/features/portal/meta";
import { ask } from "~/features/portal/session.server";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import { critical } from "~/lib/deadline.server";
import { EmptyState } from "~/ui/empty-state";
import { FactRows } from "~/ui/facts";
import { Ruler } from "~/ui/ruler";
import { Seal } from "~/ui/seal";

/** Critical: every certificate of the shop, the next to expire first. */
export async function loader({ request }: LoaderFunctionArgs) {
  const path = "/producer/certifications";
  const { certificates } = await critical(ask<ProducerCertificates>(request, path));
  return { certificates, today: todayInVietnam(new Date()) };
}

export const meta = portalMeta(({ portal }) => portal.certificatesTitle);

export default function Certificates() {
  const { portal } = usePhrases();
  const { certificates, today } = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="t-page">{portal.certificatesTitle}</h1>
      <p className="quiet mt-2 mb-4">{portal.certificatesText}</p>
      {certificates.length > 0 ? (
        <ul className="rows rule">
          {certificates.map((certificate) => (
            <Certificate key={certificate.id} certificate={certificate} today={today} />
          ))}
        </ul>
      ) : (
        <EmptyState title={portal.noCertificates}>
          <p>{portal.noCertificatesText}</p>
        </EmptyState>
      )}
    </>
  );
}

function Certificate(facts: { certificate: ProducerCertificate; today: string }) {
  const { id, product_title, stars, state, decided_on, expires_on, days_left, ...rest } =
    facts.certificate;
  const { common, portal } = usePhrases();
  const language = useLanguage();
  const href = useHref();
  const isDecided = state !== "submitted" && state !== "rejected";
  const isAlive = state === "in_force" || state === "expiring";
  const left = isAlive ? monthsLeft(expires_on, facts.today) : 0;
  return (
    <li id={id} className="flex flex-wrap items-start gap-x-6 gap-y-3">
      {isDecided ? (
        <Seal stars={stars} state={state} monthsLeft={left} className="seal-small" />
      ) : null}
      <div className="min-w-0 flex-1 basis-64">
        <h2 className="font-semibold">{product_title}</h2>
        <p>
          <span className={isAlive ? "in-force" : "font-semibold"}>
            {certificateStateLabel(state, language)}
          </span>
          {isAlive || state === "expired" ? `, ${portal.daysLeft(days_left)}` : null}
          {isDecided ? null : ` · ${common.ocopStars(stars)}`}
        </p>
        {rest.reason ? <p className="mt-1">{portal.reasonGiven(rest.reason)}</p> : null}
        {isDecided ? (
          <div className="my-3">
            <Ruler decidedOn={decided_on} expiresOn={expires_on} monthsLeft={left} />
          </div>
        ) : null}
        <FactRows
          facts={[
            { term: portal.decision, fact: rest.decision_number },
            { term: portal.issuer, fact: rest.issuer },
            { term: portal.decidedOn, fact: formatDate(decided_on, language) },
            { term: portal.expiresOn, fact: formatDate(expires_on, language) },
          ]}
        />
        {isDecided ? (
          <a className="link tap" href={href(`/verify/${id}`)}>
            {portal.publicPage} <span className="sr">{product_title}</span>
          </a>
        ) : null}
      </div>
    </li>
  );
}
