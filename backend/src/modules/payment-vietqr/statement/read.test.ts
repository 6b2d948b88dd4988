import { describe, expect, it } from "vitest";
import { workbook } from "../../../../integration-tests/workbook";
import { readStatement } from "./read";

const account_number = "0071000123456";

/** As Vietcombank exports it: a preamble, both languages in one cell, the number under the day. */
const vietcombank = workbook([
  ["NGÂN HÀNG TMCP NGOẠI THƯƠNG VIỆT NAM"],
  ["SAO KÊ TÀI KHOẢN / STATEMENT OF ACCOUNT"],
  ["Số tài khoản/ Account number: 0071 0001 23456", null, "Từ ngày 20/11/2026 đến 22/11/2026"],
  [],
  [
    "STT\nNo.",
    "Ngày\nTNX Date/ Số CT/ Doc No",
    "Số tiền ghi nợ\nDebit",
    "Số tiền ghi có\nCredit",
    "Số dư\nBalance",
    "Nội dung chi tiết\nTransactions in detail",
  ],
  ["1", "20/11/2026\n5078 - 12345", "", "250,000", "10,250,000", "MBVCB.71.CL7K3F9X2M.CT tu 01"],
  ["2", "20/11/2026\n5213 - 77", "11,000", "", "10,239,000", "THU PHI QLTK"],
  ["3", "21/11/2026\n5078 - 12345", "", "1,000,000", "11,239,000", "NGUYEN THI MAI chuyen tien"],
  [null, "Tổng số\nTotal", "11,000", "1,250,000", null, null],
]);

/** As MB exports it: dates and numbers are real ones, with the bank's number of each booking. */
const mb = workbook([
  ["BẢNG KÊ GIAO DỊCH"],
  ["Tài khoản", account_number],
  [
    "STT",
    "Ngày giao dịch",
    "Ngày hạch toán",
    "Số bút toán",
    "Phát sinh nợ",
    "Phát sinh có",
    "Số dư",
    "Nội dung",
    "Tài khoản đối ứng",
  ],
  [
    1,
    new Date("2026-11-22T14:02:37Z"),
    new Date("2026-11-22T00:00:00Z"),
    "FT26326123456789\\B12",
    0,
    167_000,
    900_000,
    "CUSTOMER CL 7K3F9 X2M - Ma GD ACSP/ab",
    "19034567",
  ],
  [
    2,
    new Date("2026-11-22T15:00:00Z"),
    null,
    "FT26326000000001",
    50_000,
    0,
    850_000,
    "Rut tien",
    null,
  ],
  [3, new Date("2026-11-22T16:00:00Z"), null, "FT26326000000002", 0, 1.5, 850_000, "?", null],
]);

/** As Techcombank exports it: CSV with semicolons and a byte order mark, texts with signs in them. */
const techcombank = Buffer.from(
  [
    "\ufeffSố tài khoản/Account No;0071000123456",
    "Ngày giao dịch/Transaction date;Đối tác/Remitter;NH đối tác/Remitter bank;Diễn giải/Details;Số bút toán/Transaction No;Nợ TKTT/Debit;Có TKTT/Credit;Số dư/Balance",
    '22/11/2026;"LÊ VĂN ""TÁM""";VCB;"=HYPERLINK(""x""); CL7K3F9X2M";FT26326999999999;;1.500.000;2.000.000',
    '22/11/2026;TRẦN B;MB;"một',
    'hai";;;20.000;2.020.000',
    "22/11/2026;TRẦN B;MB;một hai;;;20.000;2.040.000",
    "22/11/2026;;;Phí;FT26326999999998;-3.300;;2.036.700",
    "Ngày in: hôm nay;;;;;;;",
  ].join("\r\n"),
);

const read = (bytes: Buffer) => readStatement({ bytes, account_number });
const shown = async (bytes: Buffer) =>
  (await read(bytes)).rows.map(({ line, transfer }) => [
    line,
    transfer.bank_id,
    transfer.amount_vnd,
    transfer.occurred_at.toISOString(),
    transfer.content,
  ]);

describe("Statements of Vietnamese banks", () => {
  it("Vietcombank's has the number under the day and a sum at the end", async () => {
    expect(await shown(vietcombank)).toEqual([
      [
        6,
        "2026-11-20:5078 - 12345",
        250_000,
        "2026-11-19T17:00:00.000Z",
        "MBVCB.71.CL7K3F9X2M.CT tu 01",
      ],
      [
        8,
        "2026-11-21:5078 - 12345",
        1_000_000,
        "2026-11-20T17:00:00.000Z",
        "NGUYEN THI MAI chuyen tien",
      ],
    ]);
    const { skipped } = await read(vietcombank);
    expect(skipped.map(({ line, reason }) => [line, reason])).toEqual([
      [7, "outgoing"],
      [9, "no_date"],
    ]);
  });

  it("MB's has real dates and numbers, and branches behind its numbers", async () => {
    expect(await shown(mb)).toEqual([
      [
        4,
        "FT26326123456789",
        167_000,
        "2026-11-22T07:02:37.000Z",
        "CUSTOMER CL 7K3F9 X2M - Ma GD ACSP/ab",
      ],
    ]);
    const { skipped } = await read(mb);
    expect(skipped.map(({ line, reason }) => [line, reason])).toEqual([
      [5, "outgoing"],
      [6, "bad_amount"],
    ]);
  });

  it("Techcombank's is CSV; equal lines without a number stay two, a formula stays text", async () => {
    const rows = await shown(techcombank);
    expect(rows.map(([line, , amount]) => [line, amount])).toEqual([
      [3, 1_500_000],
      [5, 20_000],
      [6, 20_000],
    ]);
    expect(rows[0]?.slice(1, 2)).toEqual(["FT26326999999999"]);
    expect(rows[0]?.[4]).toBe('=HYPERLINK("x"); CL7K3F9X2M');
    expect(rows[1]?.[1]).not.toBe(rows[2]?.[1]);
    expect(await shown(techcombank)).toEqual(rows);
  });

  it("one signed column of amounts is enough, and windows-1258 is read", async () => {
    const text =
      "date,amount,description,transaction no\n22/11/2026,500000,tra tien,1\n22/11/2026,-7000,phi,2\n";
    expect(await shown(Buffer.from(text))).toEqual([
      [2, "2026-11-22:1", 500_000, "2026-11-21T17:00:00.000Z", "tra tien"],
    ]);
    const old = Buffer.from("date,credit,description\n22/11/2026,500000,\xe0\xea\n", "latin1");
    expect((await shown(old))[0]?.[4]).toBe("àê");
  });

  it("a statement of another account is refused", async () => {
    await expect(
      readStatement({ bytes: techcombank, account_number: "999" }),
    ).rejects.toMatchObject({
      code: "statement_other_account",
      details: { fields: [{ field: "file" }] },
    });
  });

  it.each<[string, Buffer, string]>([
    ["nothing", Buffer.alloc(0), "statement_no_header"],
    ["a letter", Buffer.from("Kính gửi quý khách,\ncảm ơn"), "statement_no_header"],
    ["old Excel", Buffer.from("d0cf11e0a1b11ae1", "hex"), "statement_old_excel"],
    ["a page named .xls", Buffer.from(" <html><table><tr>"), "statement_old_excel"],
    ["a broken zip", Buffer.from("PK\u0003\u0004 nonsense"), "statement_unreadable"],
    ["a picture", Buffer.from("89504e470d0a1a0a0000", "hex"), "statement_unreadable"],
    ["more than 5 MB", Buffer.alloc(5 * 1024 * 1024 + 1, "a"), "statement_too_large"],
    [
      "20,001 lines",
      Buffer.from(`date,credit,description\n${"22/11/2026,1,x\n".repeat(20_000)}`),
      "statement_too_long",
    ],
  ])(
    "%s is refused with what to do",
    async (_, bytes, code) => {
      await expect(read(bytes)).rejects.toMatchObject({ code });
    },
    60_000,
  );

  it("20,000 lines are read", async () => {
    const text = `date,credit,description\n${"22/11/2026,1,x\n".repeat(19_999)}`;
    const { rows } = await read(Buffer.from(text));
    expect(rows).toHaveLength(19_999);
    expect(new Set(rows.map(({ transfer }) => transfer.bank_id)).size).toBe(19_999);
  }, 60_000);

  it("a workbook that would unpack to more than 100 MB is refused unread", async () => {
    const bomb = Buffer.from(mb);
    const entry = bomb.indexOf(Buffer.from("PK\u0001\u0002", "latin1"));
    bomb.writeUInt32LE(200 * 1024 * 1024, entry + 24);
    await expect(read(bomb)).rejects.toMatchObject({ code: "statement_unreadable" });
  });
});
