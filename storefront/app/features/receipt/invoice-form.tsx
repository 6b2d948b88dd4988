import type { InvoiceDetails } from "@cho-lang/shared/contracts/receipt";
import { usePhrases } from "~/language/phrases";
import { takesFocus } from "~/lib/focus";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { Notice } from "~/ui/notice";

/** The fields of the form, in its order. */
export const INVOICE_FIELDS = ["company", "tax_number", "address", "email"] as const;
export type InvoiceField = (typeof INVOICE_FIELDS)[number];

/** The form as it was sent, with what is wrong with it. */
export type InvoiceAnswer = {
  values: InvoiceDetails;
  faults: Partial<Record<InvoiceField, string>>;
  refusal: string | null;
};

/** Most characters of each field, as the contract has them. */
const MAX: Record<InvoiceField, number> = {
  company: 200,
  tax_number: 40,
  address: 300,
  email: 254,
};

export type InvoiceFormProps = {
  /** Address that the form is sent to. */
  action: string;
  /** What is stored; null when nobody asked for an invoice. */
  details: InvoiceDetails | null;
  answer: InvoiceAnswer | undefined;
};

/** For whom the producers make out their invoices; what is stored can be taken back. */
export function InvoiceForm({ action, details, answer }: InvoiceFormProps) {
  const { receipt } = usePhrases();
  const values = answer?.values ?? details;
  const firstFault = INVOICE_FIELDS.find((field) => answer?.faults[field]);
  const field = (name: InvoiceField) => ({
    id: name,
    name,
    label: receipt.fields[name],
    maxLength: MAX[name],
    defaultValue: values?.[name] ?? "",
    error: answer?.faults[name],
    ...takesFocus(name === firstFault),
  });
  return (
    <form method="post" action={action} noValidate className="mt-4 grid gap-5">
      {answer?.refusal ? (
        <div tabIndex={-1} {...takesFocus()}>
          <Notice role="alert" icon="warn">
            {answer.refusal}
          </Notice>
        </div>
      ) : null}
      <TextField {...field("company")} autoComplete="organization" required />
      <TextField
        {...field("tax_number")}
        hint={receipt.taxNumberHint}
        autoComplete="off"
        inputMode="numeric"
        required
      />
      <TextField {...field("address")} autoComplete="street-address" required />
      <TextField {...field("email")} type="email" autoComplete="email" required />
      <p className="flex flex-wrap gap-3">
        <Button name="intent" value="save">
          {receipt.save}
        </Button>
        {details ? (
          <Button name="intent" value="remove" look="outline">
            {receipt.remove}
          </Button>
        ) : null}
      </p>
    </form>
  );
}
