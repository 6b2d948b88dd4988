import sharp from "sharp";
import { refuse } from "../../lib/errors";

/** A photo made fit for storing: JPEG, upright, without a word of where and by whom it was taken. */
export type Picture = { bytes: Buffer; width: number; height: number };

/** Longest side of a stored photo in pixels, and its quality as JPEG counts it. */
const LONGEST = 1600;
const QUALITY = 80;
/** Most pixels of a photo as taken; a telephone's camera has 50 million. */
const MOST_PIXELS = 52_000_000;
const SECONDS = 20;

/**
 * Reads a JPEG, PNG or WebP, turns it upright and makes it smaller. What the camera noted (place,
 * time, owner) is left out, because only pixels are written. Refuses `photo_format` for everything
 * else: other files, broken and cut ones, and pictures of more than 52 million pixels.
 */
export async function readPicture(bytes: Buffer): Promise<Picture> {
  if (!isKnown(bytes)) unfit();
  const options = { failOn: "error", limitInputPixels: MOST_PIXELS } as const;
  try {
    const { data, info } = await sharp(bytes, options)
      .rotate()
      .resize({ width: LONGEST, height: LONGEST, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" })
      .toColourspace("srgb")
      .jpeg({ quality: QUALITY })
      .timeout({ seconds: SECONDS })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch (error) {
    unfit(error);
  }
}

/** By the first bytes: no other decoder is ever asked. */
function isKnown(bytes: Buffer): boolean {
  const at = (start: number, end: number) => bytes.subarray(start, end).toString("latin1");
  const isWebp = at(0, 4) === "RIFF" && at(8, 12) === "WEBP";
  return at(0, 3) === "\xff\xd8\xff" || at(0, 8) === "\x89PNG\r\n\x1a\n" || isWebp;
}

function unfit(cause?: unknown): never {
  const message = "Send a whole photo as JPEG, PNG or WebP with at most 52 megapixels";
  const said = cause instanceof Error ? ` (${cause.message.split("\n")[0]})` : "";
  refuse("photo_format", `${message}${said}`, {
    fields: [{ field: "file", code: "photo_format", message }],
  });
}
