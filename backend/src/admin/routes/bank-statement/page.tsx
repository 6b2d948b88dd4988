import type {
  StatementImport,
  StatementPreviewAnswer,
} from "@cho-lang/shared/contracts/operator-transfers";
import { STATEMENT_BYTES } from "@cho-lang/shared/domain/transfer";
import { Button, Container, Heading, Input, Label, Text, toast } from "@medusajs/ui";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { Link } from "react-router-dom";
import { Fact, Section } from "../../components/facts";
import { StatementPreview } from "../../components/statement-preview";
import { decide, OperatorRefusal } from "../../lib/api";
import { useSay } from "../../lib/language";
import { refusalPhrases } from "../../lib/phrases";
import { transferPhrases } from "../../lib/transfer-phrases";

/** The file's bytes in base64. */
function encode(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

const BankStatementPage = () => {
  const say = useSay();
  const id = useId();
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<StatementPreviewAnswer | null>(null);
  const [done, setDone] = useState<StatementImport | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  function choose(chosen: File | null) {
    setPreview(null);
    setDone(null);
    const fits = chosen === null || chosen.size <= STATEMENT_BYTES;
    if (!fits) toast.error(say(transferPhrases.tooLarge));
    setFile(fits ? chosen : null);
  }

  /** Sends the file and shows a refusal in words; the file stays chosen. */
  async function send<Answer>(path: string, take: (answer: Answer) => void) {
    if (!file || isBusy) return;
    setIsBusy(true);
    try {
      take(await decide<Answer>(path, { file: await encode(file) }));
    } catch (error) {
      const phrase = error instanceof OperatorRefusal ? refusalPhrases[error.code] : undefined;
      toast.error(phrase ? say(phrase) : error instanceof Error ? error.message : String(error));
    } finally {
      setIsBusy(false);
    }
  }

  const look = (event: FormEvent) => {
    event.preventDefault();
    return send<StatementPreviewAnswer>("/bank-statements/preview", setPreview);
  };
  const bringIn = () =>
    send<StatementImport>("/bank-statements", (answer) => {
      setDone(answer);
      setPreview(null);
      return client.invalidateQueries({ queryKey: ["cho-lang"] });
    });

  return (
    <div className="flex flex-col gap-y-3">
      <Container className="flex flex-col gap-y-4">
        <Heading level="h1">{say(transferPhrases.statement)}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {say(transferPhrases.statementHint)}
        </Text>
        <form onSubmit={look} className="flex flex-wrap items-end gap-4">
          <div className="flex flex-col gap-y-1">
            <Label htmlFor={id}>{say(transferPhrases.file)}</Label>
            <Input
              id={id}
              type="file"
              accept=".csv,.txt,.xlsx"
              onChange={(event) => choose(event.target.files?.[0] ?? null)}
            />
          </div>
          <Button type="submit" size="small" disabled={!file} isLoading={isBusy}>
            {say(transferPhrases.look)}
          </Button>
        </form>
      </Container>
      {preview ? <StatementPreview preview={preview} isBusy={isBusy} bringIn={bringIn} /> : null}
      <div role="status">{done ? <Imported done={done} /> : null}</div>
    </div>
  );
};

export default BankStatementPage;

function Imported({ done }: { done: StatementImport }) {
  const say = useSay();
  return (
    <Section title={say(transferPhrases.imported)}>
      <Fact label={transferPhrases.fresh}>{String(done.new)}</Fact>
      <Fact label={transferPhrases.known}>{String(done.known)}</Fact>
      <Fact label={transferPhrases.paid}>{String(done.paid)}</Fact>
      <Fact label={transferPhrases.partial}>{String(done.partial)}</Fact>
      <Fact label={transferPhrases.toSuspense}>
        {done.suspense > 0 ? (
          <Link to="/suspense" className="text-ui-fg-interactive">
            {done.suspense}
          </Link>
        ) : (
          "0"
        )}
      </Fact>
    </Section>
  );
}
