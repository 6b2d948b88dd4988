import { BANKS } from "@cho-lang/shared/domain/bank";
import type { PaymentMethod } from "@cho-lang/shared/domain/payment";
import { usePhrases } from "~/language/phrases";
import { takesFocus } from "~/lib/focus";
import { SelectField, TextField } from "~/ui/field";
import { Part } from "./part";
import {
  ACCOUNT_MAX,
  NAME_MAX,
  type RequestFaults,
  type RequestField,
  type RequestValues,
} from "./request-values";

const CHOICES = Object.entries(BANKS).sort(([, one], [, other]) => one.localeCompare(other, "vi"));

export type PayeeFieldsProps = {
  values: RequestValues;
  faults: RequestFaults;
  /** The first part of the form that is wrong. */
  first: RequestField | undefined;
  provider: PaymentMethod;
};

/** The account that money goes to when it can't go back the way it came. */
export function PayeeFields({ values, faults, first, provider }: PayeeFieldsProps) {
  const { refundRequest: words } = usePhrases();
  return (
    <Part
      name="account"
      legend={words.account}
      hint={words.accountHint[provider]}
      fault={undefined}
    >
      <div className="grid gap-4">
        <SelectField
          id="bank_bin"
          name="bank_bin"
          label={words.bank}
          defaultValue={values.bank_bin}
          error={faults.bank_bin}
          {...takesFocus(first === "bank_bin")}
        >
          <option value="">{words.chooseBank}</option>
          {CHOICES.map(([bin, name]) => (
            <option key={bin} value={bin}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextField
          id="account_number"
          name="account_number"
          label={words.accountNumber}
          defaultValue={values.account_number}
          error={faults.account_number}
          maxLength={ACCOUNT_MAX}
          inputMode="numeric"
          autoComplete="off"
          {...takesFocus(first === "account_number")}
        />
        <TextField
          id="name"
          name="name"
          label={words.accountName}
          hint={words.accountNameHint}
          defaultValue={values.name}
          error={faults.name}
          maxLength={NAME_MAX}
          autoComplete="name"
          autoCapitalize="characters"
          {...takesFocus(first === "name")}
        />
      </div>
    </Part>
  );
}
