import { formatInstant } from "@cho-lang/shared/calendar";
import type { RefundDueRow, RefundsDue } from "@cho-lang/shared/contracts/operator-transfers";
import { bankName } from "@cho-lang/shared/domain/bank";
import { BANK_REFERENCE_MAX } from "@cho-lang/shared/domain/transfer";
import { formatVnd } from "@cho-lang/shared/money";
import { Table } from "@medusajs/ui";
import { useState } from "react";
import { Link } from "react-router-dom";
import { CopyText } from "../../components/copy-text";
import { ChoiceFilter } from "../../components/filters";
import { FormDrawer } from "../../components/form-drawer";
import { ListPage } from "../../components/list-page";
import { noPayee, PayeeFields } from "../../components/payee-fields";
import { TextField } from "../../components/text-field";
import { useLanguage, useSay } from "../../lib/language";
import { useListState } from "../../lib/list-state";
import { phrases } from "../../lib/phrases";
import { transferPhrases } from "../../lib/transfer-phrases";
import { useAnswer } from "../../lib/use-answer";
import { useDecision } from "../../lib/use-decision";

/** What can be done stands second, so that a phone shows it without moving the table. */
const COLUMNS = [
  transferPhrases.amount,
  phrases.decisions,
  transferPhrases.payee,
  transferPhrases.toType,
  transferPhrases.refundOf,
];

const RefundsDuePage = () => {
  const say = useSay();
  const list = useListState();
  const { data, isError } = useAnswer<RefundsDue>(`/refunds-due?${list.query}`);
  return (
    <ListPage
      title={transferPhrases.refunds}
      hint={transferPhrases.refundsHint}
      list={list}
      filters={
        <ChoiceFilter
          list={list}
          name="state"
          label={phrases.state}
          all={transferPhrases.open}
          choices={[{ value: "sent", label: say(transferPhrases.resolved) }]}
        />
      }
      columns={COLUMNS}
      rows={(data?.refunds ?? []).map((row) => <RefundLine key={row.id} row={row} />)}
      answer={data}
      failed={isError}
    />
  );
};

export default RefundsDuePage;

function RefundLine({ row }: { row: RefundDueRow }) {
  const say = useSay();
  const language = useLanguage();
  const { payee, purchase } = row;
  const amount = formatVnd(row.amount_vnd, language);
  return (
    <Table.Row>
      <Table.Cell className="whitespace-nowrap">
        <CopyText text={amount} copied={String(row.amount_vnd)} />
      </Table.Cell>
      <Table.Cell>{row.status === "due" ? <MarkSent row={row} /> : <Sent row={row} />}</Table.Cell>
      <Table.Cell className="min-w-48 py-2">
        {payee ? (
          <>
            <CopyText text={payee.account_number} />
            <br />
            {[payee.name, bankName(payee.bank_bin)].filter(Boolean).join(" · ")}
          </>
        ) : (
          say(transferPhrases.payeeUnknown)
        )}
      </Table.Cell>
      <Table.Cell className="min-w-48 py-2">
        <CopyText text={row.content} />
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap">
        {purchase ? (
          <Link to={`/purchases/${purchase.id}`} className="text-ui-fg-interactive">
            {row.order?.number ?? purchase.number}
          </Link>
        ) : (
          <Link to={`/suspense/${row.suspense_id}`} className="text-ui-fg-interactive">
            {say(transferPhrases.suspense)}
          </Link>
        )}
      </Table.Cell>
    </Table.Row>
  );
}

function Sent({ row }: { row: RefundDueRow }) {
  const language = useLanguage();
  return (
    <>
      {row.bank_reference}
      <br />
      {row.sent_by} · {row.sent_at ? formatInstant(new Date(row.sent_at), language) : null}
    </>
  );
}

function MarkSent({ row }: { row: RefundDueRow }) {
  const language = useLanguage();
  const decide = useDecision();
  const [bank_reference, setReference] = useState("");
  const [payee, setPayee] = useState(noPayee);
  return (
    <FormDrawer
      label={transferPhrases.markSent}
      hint={transferPhrases.markSentHint}
      about={formatVnd(row.amount_vnd, language)}
      act={() =>
        decide(`/refunds-due/${row.id}/sent`, {
          bank_reference,
          ...(row.payee ? {} : { payee }),
        })
      }
    >
      {row.payee ? null : <PayeeFields payee={payee} setPayee={setPayee} />}
      <TextField
        label={transferPhrases.bankReference}
        value={bank_reference}
        setValue={setReference}
        max={BANK_REFERENCE_MAX}
        isRequired
      />
    </FormDrawer>
  );
}
