import { MAX_PHOTOS, PHOTO_BYTES } from "@cho-lang/shared/domain/refund-request";
import { describe, expect, it } from "vitest";
import { readRequestForm, type SendPhoto } from "./request-form.server";

function anUpload(fill: (form: FormData) => void): Request {
  const form = new FormData();
  fill(form);
  return new Request("http://shop.example/refund", { method: "POST", body: form });
}

function aFile(bytes: number | string): File {
  return new File([typeof bytes === "string" ? bytes : new Uint8Array(bytes)], "anh.jpg");
}

/** Takes every photo, and notes how large each was. */
function taking(): { send: SendPhoto; sizes: number[] } {
  const sizes: number[] = [];
  return { sizes, send: async (bytes) => ({ id: `photo_${sizes.push(bytes.length)}` }) };
}

describe("a form with photos", () => {
  it("hands each photo on and keeps its id beside the words", async () => {
    const { send, sizes } = taking();
    const request = anUpload((form) => {
      form.append("text", "Hộp bị vỡ");
      form.append("files", aFile("abc"));
      form.append("files", aFile("defgh"));
    });
    const { form, photoFault } = await readRequestForm(request, send);
    expect([form.get("text"), form.getAll("files")]).toEqual(["Hộp bị vỡ", ["photo_1", "photo_2"]]);
    expect([sizes, photoFault]).toEqual([[3, 5], null]);
  });

  it("takes a photo of the largest size, and says which limit a larger one breaks", async () => {
    const { send, sizes } = taking();
    const request = anUpload((form) => {
      form.append("files", aFile(PHOTO_BYTES + 1));
      form.append("files", aFile(PHOTO_BYTES));
      form.append("text", "vẫn còn");
    });
    const { form, photoFault } = await readRequestForm(request, send);
    expect(photoFault).toBe("photo_too_large");
    expect([sizes, form.get("text")]).toEqual([[PHOTO_BYTES], "vẫn còn"]);
  });

  it("counts those that were kept before towards the most", async () => {
    const { send, sizes } = taking();
    const request = anUpload((form) => {
      for (let kept = 1; kept < MAX_PHOTOS; kept += 1) form.append("photo", `kept_${kept}`);
      form.append("files", aFile("a"));
      form.append("files", aFile("b"));
    });
    const { photoFault } = await readRequestForm(request, send);
    expect([sizes.length, photoFault]).toEqual([1, "photos_too_many"]);
  });

  it("passes over a field without a file, files of another name, and all when none may come", async () => {
    const { send, sizes } = taking();
    const fill = (form: FormData) => {
      form.append("files", new File([], ""));
      form.append("other", aFile("abc"));
    };
    expect((await readRequestForm(anUpload(fill), send)).photoFault).toBeNull();
    expect(sizes).toEqual([]);
    const closed = anUpload((form) => form.append("files", aFile("abc")));
    const { form, photoFault } = await readRequestForm(closed, null);
    expect([form.getAll("files"), photoFault]).toEqual([[], null]);
  });

  it("keeps the others when one is not taken", async () => {
    const send: SendPhoto = async (bytes) =>
      bytes.length === 1 ? { fault: "photo_format" } : { id: "good" };
    const request = anUpload((form) => {
      form.append("files", aFile("x"));
      form.append("files", aFile("xy"));
    });
    const { form, photoFault } = await readRequestForm(request, send);
    expect([form.getAll("files"), photoFault]).toEqual([["good"], "photo_format"]);
  });

  it("that breaks off is refused, and one without photos is read as any other", async () => {
    const headers = { "content-type": "multipart/form-data; boundary=x" };
    const torn = new Request("http://shop.example/", {
      method: "POST",
      headers,
      body: '--x\r\ncontent-disposition: form-data; name="text"\r\n\r\nab',
    });
    await expect(readRequestForm(torn, null)).rejects.toMatchObject({ status: 400 });
    const body = new URLSearchParams({ intent: "withdraw" });
    const plain = new Request("http://shop.example/", { method: "POST", body });
    expect((await readRequestForm(plain, null)).form.get("intent")).toBe("withdraw");
  });
});
