import { BANKS, type BankBin } from "@cho-lang/shared/domain/bank";
import { Input, Label, Select } from "@medusajs/ui";
import { useId } from "react";
import { useSay } from "../lib/language";
import { transferPhrases } from "../lib/transfer-phrases";

export type Payee = { bank_bin: string; account_number: string; name: string };
export const noPayee: Payee = { bank_bin: "", account_number: "", name: "" };

const banks = (Object.entries(BANKS) as [BankBin, string][]).sort(([, a], [, b]) =>
  a.localeCompare(b, "vi"),
);

/** The account that money is sent to. */
export function PayeeFields(props: { payee: Payee; setPayee: (payee: Payee) => void }) {
  const { payee, setPayee } = props;
  const say = useSay();
  const id = useId();
  return (
    <>
      <div className="flex flex-col gap-y-1">
        <Label htmlFor={`${id}-bank`}>{say(transferPhrases.bank)}</Label>
        <Select
          value={payee.bank_bin}
          onValueChange={(bank_bin) => setPayee({ ...payee, bank_bin })}
        >
          <Select.Trigger id={`${id}-bank`}>
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            {banks.map(([bin, name]) => (
              <Select.Item key={bin} value={bin}>
                {name}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      </div>
      <div className="flex flex-col gap-y-1">
        <Label htmlFor={`${id}-number`}>{say(transferPhrases.accountNumber)}</Label>
        <Input
          id={`${id}-number`}
          required
          autoComplete="off"
          maxLength={50}
          value={payee.account_number}
          onChange={(event) => setPayee({ ...payee, account_number: event.target.value })}
        />
      </div>
      <div className="flex flex-col gap-y-1">
        <Label htmlFor={`${id}-name`}>{say(transferPhrases.accountName)}</Label>
        <Input
          id={`${id}-name`}
          required
          autoComplete="off"
          maxLength={70}
          value={payee.name}
          onChange={(event) => setPayee({ ...payee, name: event.target.value })}
        />
      </div>
    </>
  );
}
