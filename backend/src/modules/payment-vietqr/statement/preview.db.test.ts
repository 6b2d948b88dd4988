import { ownDatabase } from "../../../../integration-tests/database";
import { aRequest, aTransfer } from "../../../../integration-tests/vietqr";
import { migrations } from "../migrations";
import { recordTransfers } from "../transfers";
import { notImported, previewStatement } from "./preview";
import { readStatement } from "./read";

const account_number = "0123456789";

const statementOf = (lines: string[]) =>
  readStatement({
    bytes: Buffer.from(["date,credit,description,transaction no", ...lines].join("\n")),
    account_number,
  });

describe("A statement before it is imported", () => {
  ownDatabase("vietqr-preview", "vietqr", migrations);

  it("says what the feed told of already, and the import finds the same", async () => {
    const { code } = await aRequest({ amount_vnd: 500_000 });
    const occurred_at = new Date("2026-11-22T03:00:00Z");
    const told = { content: `MBVCB.1.${code}.CT`, amount_vnd: 100_000, occurred_at };
    await recordTransfers([
      aTransfer({ ...told, bank_id: "FT26326000000001" }),
      aTransfer({ ...told, bank_id: "sepay-77" }),
    ]);
    const statement = await statementOf([
      `22/11/2026,"100,000",${code},5078 - 1`,
      `22/11/2026,"100,000",${code},5078 - 2`,
      `22/11/2026,"100,000",${code},FT26326000000001`,
      `22/11/2026,"200,000",khong ro,5078 - 3`,
      "22/11/2026,,phi,5078 - 4",
    ]);
    const preview = await previewStatement(statement);
    expect(preview.rows.map(({ is_known }) => is_known)).toEqual([true, false, true, false]);
    expect(preview).toMatchObject({ known: 2, new: 2, new_vnd: 300_000 });

    const transfers = statement.rows.map(({ transfer }) => transfer);
    const outcomes = await recordTransfers(await notImported(transfers));
    expect(outcomes.map(({ state }) => state)).toEqual(["known", "known", "partial", "suspense"]);

    expect(await previewStatement(statement)).toMatchObject({ known: 4, new: 0, new_vnd: 0 });
    expect(await notImported(transfers)).toEqual([]);
  });

  it("an empty statement is nothing", async () => {
    const preview = await previewStatement(await statementOf([]));
    expect(preview).toEqual({ rows: [], known: 0, new: 0, new_vnd: 0, skipped: [] });
  });
});
