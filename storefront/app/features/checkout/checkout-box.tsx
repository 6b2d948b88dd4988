import type { CheckoutView } from "@cho-lang/shared/contracts/checkout";
import type { PaymentMethod } from "@cho-lang/shared/domain/payment";
import { formatVnd } from "@cho-lang/shared/money";
import type { ReactNode } from "react";
import { useLanguage, usePhrases } from "~/language/phrases";
import type { Phrases } from "~/language/vi";
import { takesFocus } from "~/lib/focus";
import { Button } from "~/ui/button";
import { RadioCard } from "~/ui/choice";
import { TextArea, TextField } from "~/ui/field";
import { Notice } from "~/ui/notice";
import type { CartActionData } from "../cart/cart-action.server";
import type { CartSums } from "../cart/totals";
import { AddressFields, type Place } from "./address-fields";
import {
  type CheckoutFaults,
  type CheckoutValues,
  DETAIL_FIELDS,
  type DetailField,
  MAX_LENGTH,
} from "./checkout-values";
import { Sums } from "./sums";

export type CheckoutBoxProps = {
  view: CheckoutView;
  sums: CartSums;
  values: CheckoutValues;
  faults: CheckoutFaults;
  refusal: CartActionData["refusal"];
  provinces: readonly Place[];
  communes: readonly Place[];
  /** E-mail of the signed-in account. */
  account: string | null;
  /** False when the cart holds visits only: no address is asked for. */
  sendsGoods: boolean;
};

/** Who receives or visits, where it is sent, how it is paid, the sum and the one deed of the page. */
export function CheckoutBox(props: CheckoutBoxProps) {
  const { view, sums, values, faults, refusal, sendsGoods } = props;
  const { checkout } = usePhrases();
  const firstFault = DETAIL_FIELDS.find((field) => faults[field]);
  const wire = (field: DetailField) => ({
    id: field,
    name: field,
    error: faults[field],
    defaultValue: values[field],
    maxLength: MAX_LENGTH[field],
    ...takesFocus(field === firstFault),
  });
  return (
    <section className="checkout-box" id="checkout" aria-labelledby="checkout-title">
      <h2 className="t-section" id="checkout-title">
        {sendsGoods ? checkout.title : checkout.titleOfVisits}
      </h2>
      <SignIn account={props.account} />
      <FaultSummary faults={faults} />
      {refusal && refusal.kind !== "lines" ? (
        <RefusalNotice refusal={refusal} total_vnd={sums.total_vnd} />
      ) : null}
      <TextField label={checkout.fullName} autoComplete="name" {...wire("full_name")} />
      <TextField
        label={checkout.phone}
        hint={sendsGoods ? checkout.phoneHint : checkout.phoneHintOfVisits}
        type="tel"
        autoComplete="tel"
        {...wire("phone")}
      />
      <TextField
        label={checkout.email}
        hint={checkout.emailHint}
        type="email"
        autoComplete="email"
        {...wire("email")}
      />
      {sendsGoods ? (
        <>
          <AddressFields {...props} firstFault={firstFault} />
          <TextField label={checkout.street} autoComplete="street-address" {...wire("street")} />
        </>
      ) : null}
      <TextArea
        label={sendsGoods ? checkout.note : checkout.noteOfVisits}
        rows={2}
        {...wire("note")}
      />
      <Payment view={view} sums={sums} typed={values.payment} fault={faults.payment} />
      <Sums view={view} sums={sums} />
      <Button name="intent" value="checkout" id="place" className="w-full" data-place>
        {sendsGoods ? checkout.place : checkout.placeVisit}
      </Button>
      <p className="text-13 quiet">
        {sendsGoods ? checkout.terms : null} {view.visit_count > 0 ? checkout.termsOfVisits : null}{" "}
        {checkout.taxes}
      </p>
    </section>
  );
}

function SignIn({ account }: { account: string | null }) {
  const { checkout } = usePhrases();
  if (account) return <p className="small quiet">{checkout.signedIn(account)}</p>;
  return (
    <p className="small flex flex-wrap items-center gap-x-2">
      {checkout.haveAccount}
      <button type="submit" name="intent" value="login" className="link tap">
        {checkout.signIn}
      </button>
    </p>
  );
}

/** Every faulty field as a link to it; the first of them has the focus. */
function FaultSummary({ faults }: { faults: CheckoutFaults }) {
  const { checkout } = usePhrases();
  const faulty = DETAIL_FIELDS.filter((field) => faults[field]);
  if (faulty.length === 0) return null;
  return (
    <Notice role="alert" icon="warn">
      <p className="font-medium">{checkout.faultsTitle(faulty.length)}</p>
      <ul className="mt-1">
        {faulty.map((field) => (
          <li key={field} className="py-1">
            <a className="link small tap" href={`#${field}`}>
              {faults[field]}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

type RefusalProps = {
  refusal: NonNullable<CartActionData["refusal"]>;
  total_vnd: number;
};

function RefusalNotice({ refusal, total_vnd }: RefusalProps) {
  const { refusals } = usePhrases().checkout;
  const language = useLanguage();
  return (
    <div tabIndex={-1} id="refusal" {...takesFocus()}>
      <Notice role="alert" icon="warn">
        {refusal.kind === "total_changed"
          ? refusals.total_changed({
              seen: formatVnd(refusal.seen_vnd, language),
              now: formatVnd(total_vnd, language),
            })
          : refusals[refusal.kind === "lines" ? "refused" : refusal.kind]}
      </Notice>
    </div>
  );
}

type PaymentProps = {
  view: CheckoutView;
  sums: CartSums;
  /** The way that was chosen before. */
  typed: string;
  fault: string | undefined;
};

function Payment({ view, sums, typed, fault }: PaymentProps) {
  const { checkout } = usePhrases();
  const available = view.payment_options.filter(({ is_available }) => is_available);
  const chosen = (available.find(({ id }) => id === typed) ?? available[0])?.id;
  const notes: Record<PaymentMethod, ReactNode> = {
    cod: <CodNote sums={sums} />,
    vietqr: checkout.vietqrNote,
    stripe: checkout.stripeNote,
  };
  const reasons: Record<string, string> = checkout.paymentReasons;
  return (
    <fieldset className="grid gap-2" id="payment">
      <legend className="legend mb-1.5">{checkout.payment}</legend>
      {view.payment_options.map(({ id, is_available, reason }) => (
        <RadioCard
          key={id}
          name="payment"
          value={id}
          label={id === "cod" ? codLabel(sums, checkout) : checkout[id]}
          note={is_available ? notes[id] : (reasons[reason ?? "other"] ?? reasons.other)}
          defaultChecked={id === chosen}
          disabled={!is_available}
        />
      ))}
      {fault ? <p className="fault">{fault}</p> : null}
    </fieldset>
  );
}

function codLabel(sums: CartSums, words: Phrases["checkout"]): string {
  if (sums.visits_vnd === 0) return words.cod;
  return sums.parcels > 0 ? words.codOfBoth : words.codOfVisits;
}

/** What is paid at the door and what in the village, a sentence each. */
function CodNote({ sums }: { sums: CartSums }) {
  const { checkout } = usePhrases();
  const language = useLanguage();
  const { parcels, visits_vnd } = sums;
  if (visits_vnd === 0) return checkout.codNote(parcels);
  const village = formatVnd(visits_vnd, language);
  if (parcels === 0) return checkout.codOfVisitsNote(village);
  const amount = formatVnd(sums.total_vnd - visits_vnd, language);
  return (
    <>
      <span className="block">{checkout.codAtDoor({ amount, parcels })}</span>
      <span className="block">{checkout.codAtVillage(village)}</span>
    </>
  );
}
