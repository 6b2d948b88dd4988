import { createServer, type Server } from "node:net";
import type { Logger } from "@medusajs/framework/types";
import { afterEach, describe, expect, it } from "vitest";
import { MailNotificationService } from "./service";

const mail = {
  to: "an@example.com",
  channel: "email",
  template: "order-shipped",
  data: { subject: "Đơn hàng đang giao", text: "Mã vận đơn: VN123" },
};
const lines: string[] = [];
const logger = { info: (line: string) => lines.push(line) } as unknown as Logger;

/** A mail server that speaks just enough SMTP, refuses one mailbox and keeps what it was told. */
function mailServer(heard: string[]): Promise<{ server: Server; url: string }> {
  const server = createServer((socket) => {
    let inData = false;
    socket.write("220 test\r\n");
    socket.on("data", (chunk) => {
      for (const line of chunk.toString().split("\r\n").filter(Boolean)) {
        heard.push(line);
        if (inData) {
          if (line !== ".") continue;
          inData = false;
          socket.write("250 kept\r\n");
        } else if (/^DATA/i.test(line)) {
          inData = true;
          socket.write("354 go on\r\n");
        } else if (/^RCPT TO:<gone@/i.test(line)) socket.write("550 no such mailbox\r\n");
        else if (/^QUIT/i.test(line)) socket.end("221 bye\r\n");
        else socket.write("250 ok\r\n");
      }
    });
    socket.on("error", () => undefined);
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      resolve({ server, url: `smtp://127.0.0.1:${port}` });
    });
  });
}

let running: { server: Server; service: MailNotificationService } | undefined;
afterEach(() => {
  running?.service.close();
  running?.server.close();
  running = undefined;
});

async function aService(heard: string[]): Promise<MailNotificationService> {
  const { server, url } = await mailServer(heard);
  const service = new MailNotificationService(
    { logger },
    { smtp_url: url, from: "Chợ Làng <no-reply@example.com>" },
  );
  running = { server, service };
  return service;
}

describe("Sending a mail", () => {
  it("hands sender, receiver and words to the mail server", async () => {
    const heard: string[] = [];
    const service = await aService(heard);
    expect((await service.send(mail)).id).toMatch(/@/);
    const talk = heard.join("\n");
    expect(talk).toContain("MAIL FROM:<no-reply@example.com>");
    expect(talk).toContain("RCPT TO:<an@example.com>");
    expect(talk).toMatch(/^Subject: =\?UTF-8\?/m);
  });

  it("fails loudly when the mailbox does not exist, so that the row says so", async () => {
    const service = await aService([]);
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
