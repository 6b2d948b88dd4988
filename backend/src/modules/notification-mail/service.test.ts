import type { Logger } from "@medusajs/framework/types";
import { afterEach, describe, expect, it } from "vitest";
import { aMailServer, type MailServer } from "../../../integration-tests/mail-server";
import { MailNotificationService } from "./service";

const mail = {
  to: "an@example.com",
  channel: "email",
  template: "order-shipped",
  data: { subject: "Đơn hàng đang giao", text: "Mã vận đơn: VN123" },
};
const lines: string[] = [];
const logger = { info: (line: string) => lines.push(line) } as unknown as Logger;

let running: { server: MailServer; service: MailNotificationService } | undefined;
afterEach(() => {
  running?.service.close();
  running?.server.close();
  running = undefined;
});

async function aService(): Promise<{ server: MailServer; service: MailNotificationService }> {
  const server = await aMailServer();
  const from = "Chợ Làng <no-reply@example.com>";
  running = {
    server,
    service: new MailNotificationService({ logger }, { smtp_url: server.url, from }),
  };
  return running;
}

describe("Sending a mail", () => {
  it("hands sender, receiver and words to the mail server", async () => {
    const { server, service } = await aService();
    expect((await service.send(mail)).id).toMatch(/@/);
    const talk = server.heard.join("\n");
    expect(talk).toContain("MAIL FROM:<no-reply@example.com>");
    expect(talk).toContain("RCPT TO:<an@example.com>");
    expect(talk).toMatch(/^Subject: =\?UTF-8\?/m);
  });

  it("fails loudly when the mailbox does not exist, so that the row says so", async () => {
    const { service } = await aService();
    await expect(service.send({ ...mail, to: "gone@example.com" })).rejects.toThrow(
      /550|rejected/i,
    );
  });

  it("keeps the row and tells the log no word of it when there is no mail server", async () => {
    const service = new MailNotificationService({ logger }, { from: "x@example.com" });
    expect(await service.send(mail)).toEqual({});
    expect(lines.join()).not.toContain("VN123");
  });

  it("refuses a mail without words", async () => {
    const service = new MailNotificationService({ logger }, { from: "x@example.com" });
    await expect(service.send({ ...mail, data: {} })).rejects.toThrow(/subject/);
  });
});
