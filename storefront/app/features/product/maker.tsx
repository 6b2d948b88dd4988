import type { CatalogDetail } from "@cho-lang/shared/contracts/product";
import { LEGAL_FORMS, legalFormLabel } from "@cho-lang/shared/domain/producer";
import { formatPhone } from "@cho-lang/shared/phone";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import { FactRows } from "~/ui/facts";
import { Picture } from "~/ui/picture";

/** The legal form in words; a form unknown to us is said as it is. */
export function useLegalForm(form: string): string {
  const language = useLanguage();
  const known = LEGAL_FORMS.find((each) => each === form);
  return known ? legalFormLabel(known, language) : form;
}

/** Who makes or hosts it: the facts about a seller that the law on consumers asks for (art. 37). */
export function Maker({ detail, title }: { detail: CatalogDetail; title: string }) {
  const { product } = usePhrases();
  const href = useHref();
  const { producer, village } = detail;
  const legalForm = useLegalForm(producer.legal_form);
  const others = producer.product_count - 1;
  const page = href(`/producers/${producer.handle}`);
  return (
    <section className="section maker" aria-labelledby="maker">
      <Picture picture={village?.picture ?? producer.picture} className="maker-picture" />
      <div>
        <p className="small quiet">{title}</p>
        <h2 className="t-section" id="maker">
          {producer.name}
        </h2>
        {producer.story ? <p className="mt-3 whitespace-pre-line">{producer.story}</p> : null}
        <FactRows
          facts={[
            { term: product.legalForm, fact: legalForm },
            { term: product.registration, fact: producer.registration_number },
            { term: product.address, fact: producer.address },
            { term: product.phone, fact: producer.phone && <PhoneLink phone={producer.phone} /> },
            {
              term: product.village,
              fact: village && (
                <a className="link" href={href(`/villages/${village.handle}`)}>
                  {village.name}
                </a>
              ),
            },
          ]}
        />
        <p className="mt-2">
          <a className="link tap" href={page}>
            {others > 0 ? product.makerMore(others) : product.makerPage}
          </a>
        </p>
      </div>
    </section>
  );
}

/** A number that can be pressed to call. */
export function PhoneLink({ phone }: { phone: string }) {
  return (
    <a className="link num" href={telHref(phone)}>
      {formatPhone(phone)}
    </a>
  );
}

/** The address that calls a number. */
export function telHref(phone: string): string {
  return `tel:${phone.replace(/[^\d+]/g, "")}`;
}
