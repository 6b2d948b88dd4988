import { formatInstant } from "@cho-lang/shared/calendar";
import type { StatementPreviewAnswer } from "@cho-lang/shared/contracts/operator-transfers";
import { SKIP_REASON_LABELS } from "@cho-lang/shared/domain/transfer";
import type { Phrase } from "@cho-lang/shared/language";
import { formatVnd } from "@cho-lang/shared/money";
import { Button, Table, Text } from "@medusajs/ui";
import type { ReactNode } from "react";
import { useLanguage, useSay } from "../lib/language";
import { transferPhrases } from "../lib/transfer-phrases";
import { Fact, Section } from "./facts";
import { WideTable } from "./wide-table";

/** What an import would do, and the button that does it. */
export function StatementPreview(props: {
  preview: StatementPreviewAnswer;
  isBusy: boolean;
  bringIn: () => void;
}) {
  const { preview, isBusy, bringIn } = props;
  const say = useSay();
  const language = useLanguage();
  return (
    <>
      <Section
        title={`${say(transferPhrases.fresh)}: ${preview.new}`}
        actions={
          <Button size="small" disabled={preview.new === 0} isLoading={isBusy} onClick={bringIn}>
            {say(transferPhrases.doImport)}
          </Button>
        }
      >
        <Fact label={transferPhrases.sum}>{formatVnd(preview.new_vnd, language)}</Fact>
        <Fact label={transferPhrases.known}>{String(preview.known)}</Fact>
        <Fact label={transferPhrases.outgoing}>{String(preview.outgoing)}</Fact>
        <Lines
          label={transferPhrases.fresh}
          columns={[
            transferPhrases.line,
            transferPhrases.amount,
            transferPhrases.occurredAt,
            transferPhrases.content,
          ]}
          count={preview.new}
          rows={preview.rows.map((row) => (
            <Table.Row key={row.line}>
              <Table.Cell>{row.line}</Table.Cell>
              <Table.Cell className="whitespace-nowrap">
                {formatVnd(row.amount_vnd, language)}
              </Table.Cell>
              <Table.Cell className="whitespace-nowrap">
                {formatInstant(new Date(row.occurred_at), language)}
              </Table.Cell>
              <Table.Cell className="min-w-48 break-words py-2">{row.content}</Table.Cell>
            </Table.Row>
          ))}
        />
      </Section>
      {preview.skipped_count > 0 ? (
        <Section title={`${say(transferPhrases.skipped)}: ${preview.skipped_count}`}>
          <Lines
            label={transferPhrases.skipped}
            columns={[transferPhrases.line, transferPhrases.why, transferPhrases.content]}
            count={preview.skipped_count}
            rows={preview.skipped.map((row) => (
              <Table.Row key={row.line}>
                <Table.Cell>{row.line}</Table.Cell>
                <Table.Cell className="min-w-36 py-2">
                  {say(SKIP_REASON_LABELS[row.reason])}
                </Table.Cell>
                <Table.Cell className="min-w-48 break-words py-2">{row.text}</Table.Cell>
              </Table.Row>
            ))}
          />
        </Section>
      ) : null}
    </>
  );
}

/** Lines of the file, and a word when not all of them are shown. */
function Lines(props: {
  label: Phrase;
  columns: readonly Phrase[];
  count: number;
  rows: ReactNode[];
}) {
  const { label, columns, count, rows } = props;
  const say = useSay();
  if (rows.length === 0) return null;
  return (
    <>
      <WideTable label={label} columns={columns} rows={rows} />
      {rows.length < count ? (
        <Text size="small" className="text-ui-fg-subtle px-6 py-3">
          {say(transferPhrases.onlyFirst)}
        </Text>
      ) : null}
    </>
  );
}
