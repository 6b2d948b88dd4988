import { MAX_PHOTOS, PHOTO_BYTES } from "@cho-lang/shared/domain/refund-request";
import { type UploadHandlerPart, unstable_parseMultipartFormData } from "@remix-run/node";
import { readForm } from "../../lib/form.server";

/** Most bytes of one text field of the form. */
const TEXT_BYTES = 16 * 1024;

export type PhotoFault = "photo_format" | "photo_too_large" | "photos_too_many" | "photo_not_sent";
/** Hands one photo on: its id, or why it was not taken. */
export type SendPhoto = (bytes: Uint8Array) => Promise<{ id: string } | { fault: PhotoFault }>;

export type ReadRequestForm = {
  /** Under `files` stand the ids of the photos that were taken. */
  form: FormData;
  /** The first thing that was wrong with a photo; the others are kept. */
  photoFault: PhotoFault | null;
};

/**
 * Reads the form while it comes in: each photo is handed on as soon as it is whole, so that one at a
 * time is in memory, and at most MAX_PHOTOS together with those kept from before. `send` is null
 * where no photo may come; it is then passed over.
 *
 * @throws Response 400 when the body is no form or breaks off.
 */
export async function readRequestForm(
  request: Request,
  send: SendPhoto | null,
): Promise<ReadRequestForm> {
  const isUpload = request.headers.get("content-type")?.startsWith("multipart/form-data");
  if (!isUpload) return { form: await readForm(request), photoFault: null };
  let photos = 0;
  let photoFault: PhotoFault | null = null;

  const takePart = async ({ name, filename, data }: UploadHandlerPart) => {
    if (filename === undefined) {
      const bytes = await collect(data, TEXT_BYTES);
      if (bytes && name === "photo") photos += 1;
      return bytes ? new TextDecoder().decode(bytes) : undefined;
    }
    const bytes = await collect(data, send && photos < MAX_PHOTOS ? PHOTO_BYTES : 0);
    // A field without a file is sent as a file without name and content.
    if (bytes?.length === 0 || !send || name !== "files") return undefined;
    const sent = await handOn({ bytes, isFull: photos >= MAX_PHOTOS }, send);
    if ("fault" in sent) {
      photoFault ??= sent.fault;
      return undefined;
    }
    photos += 1;
    return sent.id;
  };
  try {
    return { form: await unstable_parseMultipartFormData(request, takePart), photoFault };
  } catch {
    throw new Response(null, { status: 400 });
  }
}

async function handOn(
  { bytes, isFull }: { bytes: Uint8Array | null; isFull: boolean },
  send: SendPhoto,
): ReturnType<SendPhoto> {
  if (isFull) return { fault: "photos_too_many" };
  return bytes ? send(bytes) : { fault: "photo_too_large" };
}

/** All bytes of a part, or null when they are more than `most`; the part is read to its end. */
async function collect(data: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array | null> {
  let chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of data) {
    length += chunk.length;
    if (length > most) chunks = [];
    else chunks.push(chunk);
  }
  return length > most ? null : Buffer.concat(chunks);
}
